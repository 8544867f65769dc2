"""What changed between two editions, line by line, as a person reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from vatra.kernel.in_languages import SITE_LANGUAGES, Wording


class Change(StrEnum):
    """What happened to a line."""

    SAME = "same"
    ADDED = "added"
    TAKEN_OUT = "taken_out"


@dataclass(frozen=True)
class Line:
    """A line of either text."""

    change: Change
    text: str


@dataclass(frozen=True)
class Difference:
    """What changed in one language."""

    language: str
    lines: list[Line]


def differences(before: Wording, after: Wording) -> list[Difference]:
    """For each language in which the words are not the same; unchanged lines stand around for the sense."""
    return [
        Difference(code, list(_lines(before.get(code, ""), after.get(code, ""))))
        for code in SITE_LANGUAGES
        if before.get(code, "") != after.get(code, "")
    ]


def _lines(before: str, after: str) -> Iterator[Line]:
    old, new = before.splitlines(), after.splitlines()
    for change, first, last, new_first, new_last in SequenceMatcher(
        a=old, b=new, autojunk=False
    ).get_opcodes():
        if change == "equal":
            yield from (Line(Change.SAME, line) for line in old[first:last])
            continue
        yield from (Line(Change.TAKEN_OUT, line) for line in old[first:last])
        yield from (Line(Change.ADDED, line) for line in new[new_first:new_last])
