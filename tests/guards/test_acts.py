"""House rules of acts: keyword-only, atomic, one recorded event, and nobody else writes."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "vatra"
ACTIONS = sorted([*SOURCE.glob("*/actions.py"), *SOURCE.glob("*/actions/*.py")])

WRITES = {
    "save",
    "create",
    "bulk_create",
    "update",
    "delete",
    "bulk_update",
    "update_or_create",
    "get_or_create",
}
# Modules outside `actions` that write, each because it is itself the machinery of writing.
MAY_WRITE = {
    "access/models/unit.py",  # keeps the lineage with the parent
    "access/models/user.py",  # makes a user with a hashed password
    "access/networks.py",  # throws away the salts of past days
    "access/outbox.py",  # keeps how far a mail has come
    "advocacy/signing/erasing.py",  # erases who signed, for the acts that end a signature
    "advocacy/signing/links.py",  # makes the links of a mail, of which only digests are kept
    "advocacy/mail/outbox.py",  # keeps how far a mail has come
    "advocacy/media/looking.py",  # keeps what a feed told; nobody's act before somebody takes it
    "desk/mail/digests.py",  # puts mails into the outbox: counts, nobody's act
    "desk/mail/escalating.py",  # the same
    "desk/kept_filters.py",  # remembers what somebody asked a list for, nothing about a child
    "law/clocks.py",  # loads reference data
    "law/path/waiting.py",  # keeps rows that are derived from events
    "people/search.py",  # saves a person with the keys the person is found under
}
MACHINERY = ("kernel/", "commands/", "exchange/", "desk/demo/")


def _acts(module: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.parse(module.read_text()).body:
        if isinstance(node, ast.FunctionDef) and any(
            "atomic" in ast.unparse(each) for each in node.decorator_list
        ):
            yield node


def _public(module: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.parse(module.read_text()).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith(("_", "next_")):
            yield node


@pytest.mark.parametrize("module", ACTIONS, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_act_is_keyword_only_and_atomic(module: Path) -> None:
    for act in _public(module):
        assert not act.args.args, f"{act.name} takes arguments by position"
        assert act in list(_acts(module)) or any(
            "atomic" in ast.unparse(each) for each in act.decorator_list
        ), act.name
        assert "by" in {argument.arg for argument in act.args.kwonlyargs}, f"{act.name} does not say who acts"
        assert ast.get_docstring(act), f"{act.name} does not say what it is"


@pytest.mark.parametrize("module", ACTIONS, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_act_records_one_event(module: Path) -> None:
    tree = ast.parse(module.read_text())
    recorders = {"record", "record_first", "record_many", "record_reading", "record_together"} | {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and "record(" in ast.unparse(node)
    }
    for act in _acts(module):
        calls = [
            node.func.id
            for node in ast.walk(act)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in recorders - {act.name}
        ]
        assert len(calls) == 1, f"{act.name} records {len(calls)} events"


def test_nobody_writes_outside_the_acts() -> None:
    found = []
    for module in sorted(SOURCE.rglob("*.py")):
        name = str(module.relative_to(SOURCE))
        if "actions" in name or "migrations" in name or name in MAY_WRITE or name.startswith(MACHINERY):
            continue
        for node in ast.walk(ast.parse(module.read_text())):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in WRITES
            ):
                written = ast.unparse(node.func.value)
                if "objects" in written or node.func.attr in {
                    "bulk_create",
                    "get_or_create",
                    "update_or_create",
                }:
                    found.append(f"{name}:{node.lineno}")
    assert found == []


def test_only_the_clock_asks_the_machine() -> None:
    asking = ("timezone.now(", "date.today(", "datetime.now(", "datetime.utcnow(", "localdate(")
    found = [
        str(module.relative_to(SOURCE))
        for module in sorted(SOURCE.rglob("*.py"))
        if module != SOURCE / "kernel" / "clock.py" and any(each in module.read_text() for each in asking)
    ]
    assert found == []
