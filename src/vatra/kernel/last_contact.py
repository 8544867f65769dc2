"""When people outside are forgotten, as `Keep.CAMPAIGN` says: two years after their last contact with us."""

from datetime import date, datetime
from typing import Any

from django.db.models import Count, QuerySet

from vatra.kernel.calendar_months import add_months
from vatra.kernel.clock import midnight

KEPT_MONTHS = 24


def forgotten_day(today: date) -> date:
    """Whose last contact was before this day is forgotten."""
    return add_months(today, -KEPT_MONTHS)


def forgotten_before(today: date) -> datetime:
    """The first moment of that day."""
    return midnight(forgotten_day(today))


def numbers_by(owner: str, rows: QuerySet[Any]) -> dict[int, int]:
    """How many of these rows each of their owners has, by its number; owners without any are left out."""
    return dict(rows.order_by().values_list(owner).annotate(Count("pk")))
