"""A month as rows of weeks from Monday to Sunday, each day with what falls on it."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vatra.desk.calendar.whose import Days, Whose
from vatra.kernel.calendar_months import add_months


@dataclass(frozen=True)
class Cell:
    """One day of the table; days of the months around it are not told."""

    day: date
    is_in_month: bool
    is_today: bool
    falls_on: Days


@dataclass(frozen=True)
class Month:
    """The table of a month, and the months around it."""

    first_day: date
    weeks: Sequence[Sequence[Cell]]

    @property
    def before(self) -> date:
        """The first day of the month before."""
        return add_months(self.first_day, -1)

    @property
    def after(self) -> date:
        """The first day of the month after."""
        return add_months(self.first_day, 1)

    @property
    def is_empty(self) -> bool:
        """Whether nothing falls on any of its days."""
        return all(cell.falls_on == Days() for week in self.weeks for cell in week)


def month_of(whose: Whose, first_day: date, *, on: date) -> Month:
    """The month that begins on a day, as it stands on a day."""
    last_day = add_months(first_day, 1) - timedelta(days=1)
    by_day = whose.by_day(first_day, last_day, on=on)
    weeks = Calendar().monthdatescalendar(first_day.year, first_day.month)
    return Month(first_day, [[_cell(day, first_day, by_day, on) for day in week] for week in weeks])


def _cell(day: date, first_day: date, by_day: Mapping[date, Days], on: date) -> Cell:
    return Cell(day, day.month == first_day.month, day == on, by_day.get(day, Days()))
