"""Periods of days, with both ends included, and what they leave uncovered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included; without a last day it is still open."""

    first_day: date
    last_day: date | None = None

    def __post_init__(self) -> None:
        if self.last_day is not None and self.last_day < self.first_day:
            raise ValueError(f"A period cannot end on {self.last_day}, before it starts on {self.first_day}.")

    @property
    def end(self) -> date:
        """The last day, or the end of all days while the period is open."""
        return self.last_day or date.max

    def contains(self, day: date) -> bool:
        return self.first_day <= day <= self.end

    def overlaps(self, other: "Period") -> bool:
        return self.first_day <= other.end and other.first_day <= self.end

    def intersection(self, other: "Period") -> "Period | None":
        if not self.overlaps(other):
            return None
        return _between(max(self.first_day, other.first_day), min(self.end, other.end))

    def days(self, until: date) -> int:
        """How many of its days have come by `until`, that day included."""
        return max(0, (min(self.end, until) - self.first_day).days + 1)


def merged(periods: Iterable[Period]) -> list[Period]:
    """The fewest periods that cover the same days, in order; periods that touch become one."""
    result: list[Period] = []
    for period in sorted(periods, key=lambda each: each.first_day):
        if result and _reaches(result[-1], period):
            result[-1] = _between(result[-1].first_day, max(result[-1].end, period.end))
        else:
            result.append(period)
    return result


def gaps(periods: Iterable[Period], within: Period) -> list[Period]:
    """The stretches of `within` that none of the periods covers, in order."""
    return list(_gaps(merged(periods), within))


def covered_days(periods: Iterable[Period], within: Period, until: date) -> int:
    """How many days of `within`, up to and including `until`, at least one of the periods covers."""
    inside = (period.intersection(within) for period in merged(periods))
    return sum(period.days(until) for period in inside if period)


def _gaps(covered: list[Period], within: Period) -> Iterator[Period]:
    start = within.first_day
    for period in covered:
        if period.first_day > within.end:
            break
        if period.first_day > start:
            yield Period(start, period.first_day - ONE_DAY)
        if period.end >= within.end:
            return
        start = max(start, period.end + ONE_DAY)
    yield _between(start, within.end)


def _reaches(earlier: Period, later: Period) -> bool:
    return earlier.last_day is None or later.first_day - ONE_DAY <= earlier.last_day


def _between(first_day: date, end: date) -> Period:
    return Period(first_day, None if end == date.max else end)
