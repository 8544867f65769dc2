"""When people outside are forgotten, as `Keep.CAMPAIGN` says: two years after their last contact with us."""

from datetime import date, datetime

from vatra.kernel.calendar_months import add_months
from vatra.kernel.clock import LOCAL

KEPT_MONTHS = 24


def forgotten_day(today: date) -> date:
    """Whose last contact was before this day is forgotten."""
    return add_months(today, -KEPT_MONTHS)


def forgotten_before(today: date) -> datetime:
    """The first moment of that day."""
    day = forgotten_day(today)
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL)
