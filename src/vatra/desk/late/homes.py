"""What is late about homes, which have clocks of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vatra.desk.day.mine import as_due
from vatra.desk.due import Due
from vatra.desk.late.one_of import one_of
from vatra.desk.late.page import LatePage, cut
from vatra.desk.late.walk import duties_of
from vatra.homes.models import Home
from vatra.kernel.duty import Duty
from vatra.kernel.keyset import After


@dataclass(frozen=True)
class DueAtHome:
    """A duty, and the home it is for."""

    home: Home
    due: Due


def late_homes_page(units: Sequence[int], *, on: date, after: After | None = None) -> LatePage[DueAtHome]:
    """What is late about the homes that these units support. Three queries for any number of homes."""
    late = duties_of(Duty.objects.overdue_on(on), Home.objects.filter(one_of("unit", units)), units=units)
    found, next_after = cut(late, after)
    return LatePage(at_homes(found, on=on), next_after)


def at_homes(duties: Sequence[Duty], *, on: date) -> list[DueAtHome]:
    """Duties with their homes and the units that support them; one query."""
    homes = Home.objects.filter(key__in={duty.chain for duty in duties}).select_related("unit")
    by_key = {home.key: home for home in homes}
    return [DueAtHome(by_key[duty.chain], as_due(duty, on)) for duty in duties]
