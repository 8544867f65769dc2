"""Weeks begin on a Monday."""

from datetime import date, timedelta

from vatra.kernel.week import monday_of


def test_every_day_from_monday_to_sunday_lies_in_the_week_of_that_monday() -> None:
    monday = date(2026, 3, 16)
    assert {monday_of(monday + timedelta(days=number)) for number in range(7)} == {monday}
    assert monday_of(monday + timedelta(days=7)) == date(2026, 3, 23)
    assert monday_of(monday - timedelta(days=1)) == date(2026, 3, 9)
