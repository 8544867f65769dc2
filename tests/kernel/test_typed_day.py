from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from vatra.kernel.typed_day import TypedDay, read_day


def said(day: str, month: str, year: str) -> str:
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        read_day(TypedDay.of(day, month, year))
    return " ".join(refused.value.messages)


@pytest.mark.parametrize(
    "typed",
    [
        ("3", "9", "2015"),
        ("03", "09", "2015"),
        (" 3. ", "9", "2015."),
        ("3", "September", "2015"),
        ("3", "shtator", "2015"),
        ("3", "SEPTEMBAR", "2015"),
        ("3", "септембар", "2015"),
        ("03.09.2015", "", ""),
        ("3/9/2015", "", ""),
        ("3 shtator 2015", "", ""),
        ("2015-09-03", "", ""),
    ],
)
def test_a_day_is_read_however_people_write_it(typed: tuple[str, str, str]) -> None:
    assert read_day(TypedDay.of(*typed)) == date(2015, 9, 3)


@pytest.mark.parametrize(
    ("names", "number"),
    [
        (("janar", "Januar", "January", "јануар"), 1),
        (("shkurt", "februar", "feb"), 2),
        (("mars", "mart", "March"), 3),
        (("prill", "april"), 4),
        (("maj", "May", "мај"), 5),
        (("qershor", "jun", "juni"), 6),
        (("korrik", "jul", "July"), 7),
        (("gusht", "avgust", "August"), 8),
        (("tetor", "oktobar", "October"), 10),
        (("Nëntor", "NENTOR", "novembar"), 11),
        (("dhjetor", "decembar", "December"), 12),
    ],
)
def test_months_have_names_in_every_language(names: tuple[str, ...], number: int) -> None:
    assert {read_day(TypedDay.of("1", name, "2020")) for name in names} == {date(2020, number, 1)}


def test_29_february_exists_in_leap_years_only() -> None:
    assert read_day(TypedDay.of("29", "2", "2024")) == date(2024, 2, 29)
    assert said("29", "2", "2023") == "Day 29 of February 2023 does not exist: that month has 28 days."
    assert said("29", "2", "1900") == "Day 29 of February 1900 does not exist: that month has 28 days."


def test_a_day_that_does_not_exist_is_named() -> None:
    assert said("31", "02", "2026") == "Day 31 of February 2026 does not exist: that month has 28 days."
    assert said("0", "5", "2026") == "Day 0 of May 2026 does not exist: that month has 31 days."


def test_there_is_no_thirteenth_month() -> None:
    assert said("1", "13", "2026") == "There is no month 13: write 1 to 12."
    assert said("1", "smarch", "2026") == "“smarch” is not a month: write 1 to 12, or the month's name."


def test_a_year_of_two_figures_is_not_guessed() -> None:
    assert said("1", "1", "15") == "Write the year with four figures, such as 2019."


def test_a_year_nobody_can_mean_is_refused() -> None:
    assert said("1", "1", "0215") == "The year 0215 is outside 1900 to 2100."


def test_a_word_is_not_a_day() -> None:
    assert said("Monday", "1", "2026") == "“Monday” is not a day: write 1 to 31."


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("", "1", "2026"), "Write the day as well."),
        (("1", "", "2026"), "Write the month as well."),
        (("1", "1", ""), "Write the year as well."),
        (("", "", "2026"), "Write the day and the month as well."),
        (("", "1", ""), "Write the day and the year as well."),
        (("1", "", ""), "Write the month and the year as well."),
        (("", "", ""), "Write a date, such as 27 3 2019."),
    ],
)
def test_what_is_missing_is_named(typed: tuple[str, str, str], sentence: str) -> None:
    assert said(*typed) == sentence
