"""What is wrong with a pack, in sentences for the person who writes it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

# What pydantic calls a mistake: what is wrong, and what to write instead.
_SAID = {
    "missing": ("is missing", "Write {key} = {example}."),
    "extra_forbidden": ("is not known here", "Take it out, or correct how it is spelled."),
    "string_type": ("is not a text", 'Write it between quotation marks, such as "review".'),
    "string_too_short": ("is empty", "Write what it says."),
    "string_pattern_mismatch": ("does not look right", "Write it in the form {pattern}."),
    "int_type": ("is not a whole number", "Write a number without quotation marks, such as 3."),
    "greater_than": ("is too small", "Write a number above {gt}."),
    "greater_than_equal": ("is too small", "Write a number from {ge} on."),
    "bool_type": ("is neither true nor false", "Write true or false, without quotation marks."),
    "date_type": ("is not a day", "Write it without quotation marks, such as 2026-03-01."),
    "list_type": ("is not a list", "Write it between square brackets."),
    "dict_type": ("is not a table", 'Write it between braces, such as {{ en = "Review" }}.'),
    "model_type": ("is not a table", "Write it under a heading in square brackets."),
    "too_short": ("is empty", "Write at least one."),
    "literal_error": ("is a word that is not known here", "Write one of: {expected}."),
    "decimal_type": ("is not an amount", 'Write it between quotation marks, such as "75.00".'),
    "decimal_parsing": ("is not an amount", 'Write it between quotation marks, such as "75.00".'),
}
_EXAMPLES = {
    "source": '"where the value is from"',
    "valid_from": "2026-03-01",
    "verified": "false",
    "code": '"review"',
    "name": '{ en = "Review" }',
    "amount": "3",
    "number": '"112"',
    "kind": '"danger"',
    "unit": '"months"',
}


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a pack: in which file, at which key, what is wrong there, what to write instead."""

    file: str
    key: str
    wrong: str
    write: str

    @property
    def sentence(self) -> str:
        """All of it, to be read at once."""
        return f"{self.file}: {self.key} {self.wrong}. {self.write}"


class WrongPack(Exception):  # noqa: N818 - it reads as what is the case
    """A pack that cannot be used as it is; `faults` say why."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(fault.sentence for fault in faults))
        self.faults = list(faults)


def faults_of(error: ValidationError, file: str, told: Mapping[str, Any]) -> Iterator[Fault]:
    """The faults pydantic has found in what a file says."""
    for each in error.errors():
        place = [part for part in each["loc"] if part != "[key]"]
        wrong, write = _said(each)
        yield Fault(file, where(place, told), wrong, write)


def where(place: Sequence[str | int], told: Mapping[str, Any]) -> str:
    """A place in a file as its writer finds it: `clock 3 (review): amount`."""
    words: list[str] = []
    here: Any = told
    for part in place:
        here = _within(here, part)
        if isinstance(part, int):
            code = here.get("code") if isinstance(here, dict) else None
            words[-1:] = [f"{words[-1] if words else ''} {part + 1}{f' ({code})' if code else ''}".strip()]
        else:
            words.append(part)
    return ": ".join(words) or "the file"


def _within(here: Any, part: str | int) -> Any:
    try:
        return here[part]
    except (KeyError, IndexError, TypeError):
        return None


def _said(each: ErrorDetails) -> tuple[str, str]:
    if each["type"] == "value_error":
        wrong, _, write = str(each["ctx"]["error"]).partition(". ")
        return (f"cannot be used: {wrong}", f"{write}.") if write else ("cannot be used", f"{wrong}.")
    wrong, write = _SAID.get(each["type"], (f"cannot be used: {each['msg']}", "Look at the other packs."))
    key = str(each["loc"][-1]) if each["loc"] else ""
    given = {"pattern": "", "gt": "", "ge": "", "expected": "", **each.get("ctx", {})}
    return wrong, write.format(**given | {"key": key, "example": _EXAMPLES.get(key, '"…"')})
