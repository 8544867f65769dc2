"""Weeks of work, which begin on a Monday."""

from datetime import date, timedelta


def monday_of(day: date) -> date:
    """The first day of the week in which a day lies."""
    return day - timedelta(days=day.weekday())
