from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.kernel.calendar_months import add_months, last_day_of_month, whole_years

DAYS = st.dates(date(1930, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 2, 29), 1, date(2024, 3, 29)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2023, 10, 31), 1, date(2023, 11, 30)),
        (date(2000, 2, 29), 1200, date(2100, 2, 28)),
        (date(2024, 5, 15), 0, date(2024, 5, 15)),
    ],
)
def test_months_are_added_by_the_calendar(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(DAYS, st.integers(-240, 240))
def test_adding_months_lands_in_that_month_and_never_later_in_it(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == min(day.day, last_day_of_month(later).day)


def test_who_was_born_on_a_leap_day_grows_older_on_the_first_of_march() -> None:
    born = date(2020, 2, 29)
    assert [whole_years(born, date(2023, 2, 28)), whole_years(born, date(2023, 3, 1))] == [2, 3]
    assert whole_years(born, date(2024, 2, 29)) == 4


@given(DAYS, DAYS)
def test_whole_years_are_the_birthdays_that_have_come(born: date, day: date) -> None:
    birthdays = sum(
        1 for year in range(born.year + 1, day.year + 1) if (born.month, born.day) <= _on(day, year)
    )
    if day >= born:
        assert whole_years(born, day) == birthdays


def _on(day: date, year: int) -> tuple[int, int]:
    """How far into the year `day` has come: all of it for the years before."""
    return (day.month, day.day) if day.year == year else (12, 31)
