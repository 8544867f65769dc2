"""What two coders answered, side by side; what holds; and what still differs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vatra.advocacy.media.agreement import Agreement, agreement
from vatra.advocacy.media.books import Book

CODERS = 2
Codes = Mapping[str, str]
"""The answer's code by the question's code."""


@dataclass(frozen=True)
class Coded:
    """A clipping that two people have coded: their answers in their order, and what was settled afterwards."""

    clipping: int
    first: Codes
    second: Codes
    settled: Codes | None = None

    @property
    def differs_in(self) -> list[str]:
        """The questions the two answered differently."""
        return [code for code, answer in self.first.items() if self.second.get(code) != answer]

    @property
    def holds(self) -> Codes | None:
        """The answers that count: what both said, or what was settled; None while it is open."""
        if not self.differs_in:
            return self.first
        return self.settled


def agreement_by_question(coded: Sequence[Coded], book: Book) -> dict[str, Agreement]:
    """For each question of the book, how far the two coders of each clipping agree."""
    return {
        question.code: agreement(
            [
                (each.first[question.code], each.second[question.code])
                for each in coded
                if question.code in each.first and question.code in each.second
            ]
        )
        for question in book.questions
    }


def disagreements(coded: Iterable[Coded]) -> list[Coded]:
    """Clippings whose coders differ and that nobody has settled yet."""
    return [each for each in coded if each.differs_in and each.settled is None]
