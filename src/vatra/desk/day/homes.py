"""What is to be done about homes, which have clocks of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vatra.access.doors import Held
from vatra.access.roles import Permission, Role
from vatra.desk.day.mine import as_due
from vatra.desk.due import Due
from vatra.desk.late.walk import duties_of
from vatra.homes.models import Home
from vatra.homes.queries import units_kept_by
from vatra.kernel.duty import Duty
from vatra.law.duty_titles import OF_HOMES

MOST = 30


@dataclass(frozen=True)
class DueAtHome:
    """A duty, and the home it is for."""

    home: Home
    due: Due


def home_duties(held: Held, *, on: date) -> Sequence[DueAtHome]:
    """What waits for a placement officer about homes of the own units and below, the earliest first."""
    if Role.PLACEMENT_OFFICER not in held.roles() or not held.may(Permission.KEEP_HOMES):
        return []
    units = [unit.pk for unit in units_kept_by(held)]
    homes = Home.objects.open_on(on).filter(unit__in=units)
    shown = Duty.objects.shown_on(on).filter(rule__in=OF_HOMES)
    duties = list(duties_of(shown, homes, units=units).with_rules().order_by("due_on", "pk")[:MOST])
    by_key = Home.objects.in_bulk({duty.chain for duty in duties}, field_name="key")
    return [DueAtHome(by_key[duty.chain], as_due(duty, on)) for duty in duties]
