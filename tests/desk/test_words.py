"""Every act and every reading has words on the pages that tell of it."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from vatra.desk.words import ActDone, PageRead, act_in_words, page_in_words

SOURCE = Path(__file__).parents[2] / "src" / "vatra"
# Acts of these parts stand in the record of a child, of a person or of a home.
ABOUT_CHILDREN = ("people", "homes", "casework", "law", "decisions", "placements")


def _given(argument: str, modules: Iterable[Path]) -> Iterator[str]:
    """The constants given under a name in calls, and, for acts, those recorded by their first argument."""
    for module in modules:
        for call in (node for node in ast.walk(ast.parse(module.read_text())) if isinstance(node, ast.Call)):
            named = [keyword.value for keyword in call.keywords if keyword.arg == argument]
            first = call.args[:1] if argument == "act" and getattr(call.func, "id", "") == "record" else []
            yield from (str(each.value) for each in (*named, *first) if isinstance(each, ast.Constant))


def test_every_act_has_words() -> None:
    acts = {act for app in ABOUT_CHILDREN for act in _given("act", (SOURCE / app).rglob("*.py"))}
    assert {"place", "record_visit"} < acts
    assert acts <= set(ActDone.values)


def test_every_page_of_a_file_has_a_name() -> None:
    pages = {f"read_{page}" for page in _given("page", SOURCE.rglob("*.py"))}
    assert "read_file" in pages
    assert pages <= set(PageRead.values)


@pytest.mark.parametrize("act", ["place", "an_act_of_another_version"])
def test_an_act_is_never_without_words(act: str) -> None:
    assert str(act_in_words(act))


def test_a_page_of_another_version_keeps_its_own_name() -> None:
    assert page_in_words("read_letter") == "letter"
