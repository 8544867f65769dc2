"""What a service saw after an action, beside the months before it and the same months a year earlier."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vatra.advocacy.binomial import exact_interval
from vatra.kernel.calendar_months import add_months

MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True)
class Stretch:
    """Some months in a row and what was counted in them; None where a month is missing."""

    first_month: date
    last_month: date
    total: float | None


@dataclass(frozen=True)
class Ratio:
    """How many times as much, with the range that chance alone leaves if each was counted apart from the others."""

    times: float
    low: float
    high: float


@dataclass(frozen=True)
class ServiceEffect:
    """The months from the action on, the months before it, and the same months of the year before."""

    after: Stretch
    before: Stretch
    year_before: Stretch

    @property
    def against_before(self) -> Ratio | None:
        """After the action, against the months before."""
        return _ratio(self.after, self.before)

    @property
    def against_year_before(self) -> Ratio | None:
        """After the action, against the same months a year earlier."""
        return _ratio(self.after, self.year_before)


def service_effect(values: Mapping[date, float], *, action_on: date, months: int) -> ServiceEffect:
    """`values` by the first day of their month; the month of the action counts as after it."""
    first = action_on.replace(day=1)
    return ServiceEffect(
        _stretch(values, first, months),
        _stretch(values, add_months(first, -months), months),
        _stretch(values, add_months(first, -MONTHS_OF_A_YEAR), months),
    )


def _stretch(values: Mapping[date, float], first: date, months: int) -> Stretch:
    needed = [add_months(first, month) for month in range(months)]
    known = [values[month] for month in needed if month in values]
    return Stretch(first, needed[-1], sum(known) if len(known) == months else None)


def _ratio(after: Stretch, before: Stretch) -> Ratio | None:
    """Given their sum, the share of one of two counts is binomial (Przyborowski & Wilenski 1940)."""
    if not after.total or not before.total:
        return None
    low, high = exact_interval(after.total, after.total + before.total)
    return Ratio(after.total / before.total, low / (1 - low), high / (1 - high))
