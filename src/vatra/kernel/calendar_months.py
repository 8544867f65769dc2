"""Months and years as law counts them: by the calendar, not by days."""

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later or earlier; its last day where it has no such day."""
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month0 + 1, min(day.day, monthrange(year, month0 + 1)[1]))


def last_day_of_month(day: date) -> date:
    """The last day of the month in which `day` lies."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def whole_years(since: date, until: date) -> int:
    """Completed years; who was born on 29 February is a year older from 1 March of a common year."""
    return until.year - since.year - ((until.month, until.day) < (since.month, since.day))
