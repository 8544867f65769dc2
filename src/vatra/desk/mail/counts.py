"""How many duties wait for somebody: numbers, and nothing that tells which."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Count, Q

from vatra.access.models import Appointment, User
from vatra.access.roles import REACHES_UNITS_BELOW, Permission, roles_with
from vatra.casework.models import File
from vatra.desk.day.mine import files_of
from vatra.kernel.duty import Duty

A_WEEK = timedelta(days=6)
"""With the day itself these are seven days."""

ANSWERS_FOR_UNITS = frozenset(roles_with(Permission.SEE_CHILDREN_OF_UNIT)) & frozenset(REACHES_UNITS_BELOW)


def counts_for(user: User, held: Iterable[Appointment], *, on: date) -> dict[str, int]:
    """What waits for somebody with these appointments: late, today and this week in own files, late in own units."""
    units = [each.unit_id for each in held if each.role in ANSWERS_FOR_UNITS]
    return _in_own_files(user, on=on) | {"late_in_units": late_in(units, on=on)}


def _in_own_files(user: User, *, on: date) -> dict[str, int]:
    files = [file.key for file in files_of(user, on=on)]
    if not files:
        return {"late": 0, "today": 0, "this_week": 0}
    going = Duty.objects.open_on(on).filter(chain__in=files, stopped_since=None)
    return going.aggregate(
        late=Count("pk", filter=Q(due_on__lt=on)),
        today=Count("pk", filter=Q(due_on=on)),
        this_week=Count("pk", filter=Q(due_on__gt=on, due_on__lte=on + A_WEEK)),
    )


def late_in(units: list[int], *, on: date) -> int:
    """How many duties are late in these units and below them."""
    if not units:
        return 0
    files = File.objects.filter(unit__lineage__overlap=units, closed_on=None)
    return Duty.objects.about_files().overdue_on(on).filter(chain__in=files.values("key")).count()
