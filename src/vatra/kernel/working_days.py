"""The days on which a country works, for periods that a law counts in working days."""

from dataclasses import dataclass
from datetime import date, timedelta

MONDAY_TO_FRIDAY = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """A calendar: the weekdays that are worked on (Monday is 0) and the holidays among them."""

    week: frozenset[int] = MONDAY_TO_FRIDAY
    holidays: frozenset[date] = frozenset()

    def are_worked(self, day: date) -> bool:
        """Whether offices work on a day."""
        return day.weekday() in self.week and day not in self.holidays

    def after(self, day: date, number: int) -> date:
        """The so-many-th working day after a day, which itself does not count; before it when negative."""
        step = timedelta(days=1 if number > 0 else -1)
        left = abs(number)
        while left:
            day += step
            left -= self.are_worked(day)
        return day

    def within(self, first_day: date, last_day: date) -> int:
        """How many days of a period are worked on, the last day included."""
        days = range((last_day - first_day).days + 1)
        return sum(self.are_worked(first_day + timedelta(days=each)) for each in days)
