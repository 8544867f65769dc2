from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vatra.kernel.working_days import WorkingDays

FRIDAY = date(2026, 4, 3)
EASTER_MONDAY = date(2026, 4, 6)
WEEK = WorkingDays(holidays=frozenset({EASTER_MONDAY}))


def test_the_weekend_and_a_holiday_are_not_counted() -> None:
    assert WEEK.after(FRIDAY, 1) == date(2026, 4, 7)
    assert WEEK.after(FRIDAY, 5) == date(2026, 4, 13)


def test_a_negative_number_counts_back() -> None:
    assert WEEK.after(date(2026, 4, 7), -1) == FRIDAY


def test_no_day_at_all_is_the_day_itself_even_on_a_sunday() -> None:
    assert WEEK.after(date(2026, 4, 5), 0) == date(2026, 4, 5)


def test_a_country_may_work_on_other_days() -> None:
    sunday_to_thursday = WorkingDays(week=frozenset({6, 0, 1, 2, 3}))
    assert sunday_to_thursday.after(date(2026, 4, 2), 1) == date(2026, 4, 5)


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(1, 40))
def test_so_many_working_days_later_just_as_many_have_passed(day: date, number: int) -> None:
    later = WEEK.after(day, number)
    assert WEEK.are_worked(later)
    assert WEEK.within(day + timedelta(days=1), later) == number
