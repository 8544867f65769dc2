"""What is to be done about homes, which have clocks of their own."""

from collections.abc import Sequence
from datetime import date

from vatra.access.doors import Held
from vatra.access.roles import Permission, Role
from vatra.desk.late.homes import DueAtHome, at_homes
from vatra.desk.late.walk import duties_of
from vatra.homes.models import Home
from vatra.homes.queries import units_kept_by
from vatra.kernel.duty import Duty

MOST = 30


def home_duties(held: Held, *, on: date) -> Sequence[DueAtHome]:
    """What waits for a placement officer about homes of the own units and below, the earliest first."""
    if Role.PLACEMENT_OFFICER not in held.roles() or not held.may(Permission.KEEP_HOMES):
        return []
    units = [unit.pk for unit in units_kept_by(held)]
    homes = Home.objects.open_on(on).filter(unit__in=units)
    duties = duties_of(Duty.objects.shown_on(on), homes, units=units)
    return at_homes(list(duties.with_rules().order_by("due_on", "pk")[:MOST]), on=on)
