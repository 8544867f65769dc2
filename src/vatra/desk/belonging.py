"""Belonging (promise 1, R-10): on every day in care a home, a named carer, a guardian, a plan and a next review.

Pure: dated facts in, counted days out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from vatra.homes.words import FormOfCare
from vatra.kernel.period import ONE_DAY, Period, covered_days, gaps, merged
from vatra.placements.words import EndReason

# After these ends somebody else answers for the child: no day after them is a day in care.
LEFT_CARE = (
    EndReason.RETURNED_HOME,
    EndReason.RETURNED_UNPLANNED,
    EndReason.ADOPTED,
    EndReason.GUARDIANSHIP,
    EndReason.INDEPENDENT,
    EndReason.STAYED_WITH_CARERS,
    EndReason.ADULT_SERVICES,
    EndReason.OTHER_AUTHORITY,
    EndReason.CUSTODY,
    EndReason.ABROAD,
    EndReason.DIED,
)


class Need(TextChoices):
    """What a child in care has on every day (R-10; R-36 for the carer, R-28 for the plan, R-33 for the review)."""

    HOME = "home", _("A home")
    CARER = "carer", _("A named carer")
    GUARDIAN = "guardian", _("A guardian")
    PLAN = "plan", _("A current plan")
    REVIEW = "review", _("A next review")


@dataclass(frozen=True)
class Stay:
    """The days of one stay, how the child was cared for, and why it ended."""

    period: Period
    form: str
    end_reason: str | None = None

    @property
    def is_in_care(self) -> bool:
        """Whether somebody other than the birth family cared for the child."""
        return self.form != FormOfCare.BIRTH_FAMILY

    @property
    def left_care(self) -> bool:
        """Whether care ended with this stay."""
        return self.end_reason in LEFT_CARE


@dataclass(frozen=True)
class Ties:
    """The dated facts of one file; `carers` are the days somebody named cared in the home of the stay.

    `reviews` are the days on which a next review was set: from the day it was set to the day it was set for.
    """

    stays: Sequence[Stay] = ()
    carers: Sequence[Period] = ()
    guardians: Sequence[Period] = ()
    plans: Sequence[Period] = ()
    reviews: Sequence[Period] = ()
    closed_on: date | None = None


@dataclass(frozen=True)
class Missing:
    """What is missing on a day, since when, and for how many days with that day."""

    need: Need
    since: date
    days: int


@dataclass(frozen=True)
class DaysWithout:
    """The stretches of days in care without one of the needs."""

    gaps: dict[Need, list[Period]] = field(default_factory=dict)

    def missing_on(self, day: date) -> list[Missing]:
        """What is missing on a day."""
        return [
            Missing(need, gap.first_day, gap.days(day))
            for need, stretches in self.gaps.items()
            for gap in stretches
            if gap.contains(day)
        ]

    def counted(self, until: date) -> dict[Need, int]:
        """How many days with each need unmet, up to and including a day; only needs that were ever unmet."""
        days = {need: sum(gap.days(until) for gap in stretches) for need, stretches in self.gaps.items()}
        return {need: number for need, number in days.items() if number}


def in_care(ties: Ties) -> list[Period]:
    """The stretches in care: from a first stay until one that led out of care, days between homes included."""
    return merged(period for period in _stretches(ties) if period is not None)


def days_without(ties: Ties, within: Period) -> DaysWithout:
    """The days in care inside `within` on which the child lacked a home, a named carer, a guardian, a plan, a next review.

    A carer is asked for only where there is a home, so that one empty day is not counted twice.
    """
    care = [inside for period in in_care(ties) if (inside := period.intersection(within))]
    homes = merged(stay.period for stay in ties.stays)
    housed = [inside for period in care for stay in homes if (inside := stay.intersection(period))]
    return DaysWithout(
        {
            Need.HOME: _uncovered(homes, care),
            Need.CARER: _uncovered(ties.carers, housed),
            Need.GUARDIAN: _uncovered(ties.guardians, care),
            Need.PLAN: _uncovered(ties.plans, care),
            Need.REVIEW: _uncovered(ties.reviews, care),
        },
    )


def days_in_care(ties: Ties, within: Period, until: date) -> int:
    """How many days of `within`, up to and including `until`, the child was in care."""
    return covered_days(in_care(ties), within, until)


def _uncovered(periods: Iterable[Period], stretches: Iterable[Period]) -> list[Period]:
    known = list(periods)
    return [gap for stretch in stretches for gap in gaps(known, stretch)]


def _stretches(ties: Ties) -> Iterator[Period | None]:
    began: date | None = None
    for stay in sorted(ties.stays, key=lambda each: each.period.first_day):
        if stay.is_in_care:
            began = began or stay.period.first_day
        elif began:
            yield _stretch(began, stay.period.first_day - ONE_DAY, ties.closed_on)
            began = None
        if began and stay.left_care and stay.period.last_day:
            yield _stretch(began, stay.period.last_day, ties.closed_on)
            began = None
    if began:
        yield _stretch(began, None, ties.closed_on)


def _stretch(first_day: date, last_day: date | None, closed_on: date | None) -> Period | None:
    ends = min((day for day in (last_day, closed_on) if day), default=None)
    return Period(first_day, ends) if ends is None or ends >= first_day else None
