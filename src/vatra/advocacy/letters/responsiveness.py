"""How institutions answer the letters people write to them: the figure nobody publishes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from vatra.kernel.privacy import FEWEST_SHOWN

SOON = 14
"""Days after which a writer is asked whether an answer came."""


@dataclass(frozen=True)
class Asked:
    """One letter that went to an institution; `days` until the answer, or None where none came."""

    institution: int
    days: int | None


@dataclass(frozen=True)
class Count:
    """A count as it is shown: one to four could point at somebody, and is told as fewer than five."""

    exact: int

    @property
    def is_hidden(self) -> bool:
        """Whether only "fewer than five" is told."""
        return 0 < self.exact < FEWEST_SHOWN


@dataclass(frozen=True)
class Responsiveness:
    """What an institution did with the letters it got; `asked`, the n of the row, is always shown."""

    institution: int
    asked: int
    answered: Count
    within_soon: Count
    median_days: float | None


def responsiveness(letters: Iterable[Asked]) -> list[Responsiveness]:
    """A row for each institution, the most written to first."""
    by_institution: dict[int, list[int | None]] = defaultdict(list)
    for letter in letters:
        by_institution[letter.institution].append(letter.days)
    rows = [_row(institution, days) for institution, days in by_institution.items()]
    return sorted(rows, key=lambda row: (-row.asked, row.institution))


def _row(institution: int, days: list[int | None]) -> Responsiveness:
    came = [each for each in days if each is not None]
    return Responsiveness(
        institution=institution,
        asked=len(days),
        answered=Count(len(came)),
        within_soon=Count(sum(each <= SOON for each in came)),
        # Of a few answers the middle one is somebody's.
        median_days=median(came) if len(came) >= FEWEST_SHOWN else None,
    )
