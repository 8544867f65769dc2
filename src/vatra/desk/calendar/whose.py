"""Whose duties a calendar shows: of the files somebody answers for, or of units."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from vatra.access.doors import Held
from vatra.access.models import Unit, User
from vatra.access.models.unit import UnitKind
from vatra.access.roles import Role
from vatra.casework.models import PlannedReview
from vatra.casework.models.file import Files
from vatra.desk.late.listed import Listed, listed_for
from vatra.desk.late.walk import duties_of
from vatra.kernel.duty import Duty
from vatra.kernel.duty.models.duty import DutyQuerySet


@dataclass(frozen=True)
class Days:
    """How much there is to do on one day: duties, how many of these are late, and planned reviews."""

    duties: int = 0
    late: int = 0
    reviews: int = 0

    @property
    def is_something(self) -> bool:
        """Whether anything falls on the day."""
        return bool(self.duties or self.reviews)


@dataclass(frozen=True)
class Whose:
    """The files of a calendar, all of these units or among those answered for."""

    files: Files
    units: Sequence[int]

    def duties(self, *, on: date) -> DutyQuerySet:
        """What is to be done in these files on a day."""
        return duties_of(Duty.objects.open_on(on), self.files, units=self.units)

    def late(self, *, on: date) -> int:
        """How much is late on a day."""
        return duties_of(Duty.objects.overdue_on(on), self.files, units=self.units).count()

    def reviews(self, first_day: date, last_day: date) -> "QuerySet[PlannedReview]":
        """The reviews planned for these days."""
        planned = PlannedReview.objects.to_be_held().filter(meets_on__range=(first_day, last_day))
        return planned.filter(file__in=self.files)

    def by_day(self, first_day: date, last_day: date, *, on: date) -> dict[date, Days]:
        """What falls on each of these days, as it stands on a day; two queries, and one to see how many files there are."""
        late = Count("pk", filter=Q(due_on__lt=on, stopped_since__isnull=True))
        duties = self.duties(on=on).filter(due_on__range=(first_day, last_day))
        counted = {
            day: (number, behind)
            for day, number, behind in duties.order_by()
            .values("due_on")
            .annotate(number=Count("pk"), behind=late)
            .values_list("due_on", "number", "behind")
        }
        planned = self.reviews(first_day, last_day).order_by().values("meets_on").annotate(number=Count("pk"))
        meetings: dict[date, Any] = dict(planned.values_list("meets_on", "number"))
        return {day: Days(*counted.get(day, (0, 0)), meetings.get(day, 0)) for day in {*counted, *meetings}}


def of_person(user: User, held: Held, *, on: date) -> Whose:
    """The files a social worker answers for; of everybody else, those of the units the person answers for."""
    listed = listed_for(user, held, on=on)
    return _of(Listed([], listed.answered_for) if Role.SOCIAL_WORKER in held.roles() else listed)


def of_unit(listed: Listed, unit: Unit) -> Whose:
    """The files of a unit and of those below; a whole organisation is looked at centre by centre."""
    within = listed.within(unit)
    return _of(Listed([unit]) if unit.kind == UnitKind.ORGANISATION else within)


def _of(listed: Listed) -> Whose:
    return Whose(listed.files, listed.unit_ids)
