"""Reading the code book: a version is never changed once somebody has coded by it; what is new gets a new number."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from vatra.kernel.in_languages import Wording, wording

BOOKS = Path(__file__).parent
NO_MESSAGE = "none"
"""The answer that a clipping carries none of the campaign's messages."""


@dataclass(frozen=True)
class Question:
    """One question of the book, with the answers there are; `breach` is the one that wrongs a child."""

    code: str
    wording: Wording
    hint: Wording
    answers: Mapping[str, Wording]
    about: str
    breach: str

    @property
    def is_about_message(self) -> bool:
        """Whether its answers are the messages of the clipping's campaign."""
        return self.about == "message"

    @property
    def is_ethical(self) -> bool:
        """Whether it asks if a child was wronged."""
        return self.about == "ethics"


@dataclass(frozen=True)
class Book:
    """A version of the code book."""

    number: int
    questions: tuple[Question, ...]

    def question(self, code: str) -> Question:
        """The question with this code."""
        return next(each for each in self.questions if each.code == code)


@cache
def book(number: int) -> Book:
    """One version of the code book."""
    read = tomllib.loads((BOOKS / f"{number}.toml").read_text())
    yes_or_no = _answers(read["yes_or_no"])
    return Book(number, tuple(_question(each, yes_or_no) for each in read["question"]))


@cache
def latest() -> Book:
    """The version by which is coded now."""
    return book(max(int(file.stem) for file in BOOKS.glob("*.toml")))


def _question(read: dict[str, Any], yes_or_no: Mapping[str, Wording]) -> Question:
    return Question(
        code=read["code"],
        wording=wording(read["asks"]),
        hint=wording(read["hint"]),
        answers=_answers(read["answers"]) if "answers" in read else yes_or_no,
        about=read["about"],
        breach=read.get("breach", ""),
    )


def _answers(read: dict[str, dict[str, str]]) -> dict[str, Wording]:
    return {code: wording(words) for code, words in read.items()}
