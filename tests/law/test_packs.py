"""The packs that come with Vatra: what they say, and from when on."""

from datetime import date
from decimal import Decimal

import pytest

from vatra.exchange.ssda903.words.law import STATUS_OF_LS
from vatra.law.packs import WrongPack, calendar_of, codes, pack
from vatra.law.packs.working_days import easter, orthodox_easter

TODAY = date(2026, 3, 16)


def test_two_packs_come_with_vatra_and_both_can_be_used() -> None:
    assert [pack(code).code for code in codes()] == ["england", "kosovo"]


def test_a_pack_nobody_knows_is_refused_with_those_there_are() -> None:
    with pytest.raises(WrongPack, match="Write one of: england, kosovo"):
        pack("atlantis")


@pytest.mark.parametrize("code", ["england", "kosovo"])
def test_every_value_says_where_it_is_from(code: str) -> None:
    values = [value for _name, values in pack(code).values() for value in values]
    assert values
    assert [value for value in values if not value.source or value.valid_from > TODAY] == []


def test_every_name_of_kosovos_pack_stands_in_three_languages() -> None:
    (event,) = [event for event in pack("kosovo").path if event.code == "adoption_final"]
    assert [event.name_in(language) for language in ("sq", "sr-latn", "en")] == [
        "Birësimi i plotfuqishëm",
        "Usvojenje pravosnažno",
        "Adoption final",
    ]
    assert pack("england").statuses[0].name_in("sq") == "Interim care order"


def test_an_allowance_is_what_it_was_on_the_day() -> None:
    def for_kin(day: date) -> list[Decimal]:
        return [each.amount for each in pack("kosovo").on(day).allowances if each.code == "kinship"]

    assert for_kin(date(2018, 5, 31)) == [Decimal("75.00")]
    assert for_kin(date(2018, 6, 1)) == [Decimal("100.00")]


def test_ages_are_found_by_name_and_say_whether_somebody_verified_them() -> None:
    kosovo = pack("kosovo").on(TODAY)
    consent, until = kosovo.age("own_consent_to_adoption"), kosovo.age("after_care_until")
    assert consent is not None
    assert until is not None
    assert (consent.amount, consent.verified) == (14, True)
    assert (until.amount, until.verified) == (26, False)
    assert pack("kosovo").on(date(2001, 1, 1)).age("majority") is None


def test_the_legal_path_stands_in_its_order_and_each_event_has_its_authority() -> None:
    kosovo = pack("kosovo")
    assert [event.order for event in kosovo.path] == list(range(1, 27))
    assert {event.code for event in kosovo.path if not kosovo.institution(event.authority)} == set()


def test_england_knows_every_status_of_its_return_as_the_import_does() -> None:
    assert {status.code: status.kind for status in pack("england").statuses} == STATUS_OF_LS
    limits = {status.code: status.longest_days for status in pack("england").statuses if status.longest_days}
    assert limits == {"L1": 3, "L2": 21, "L3": 7}


def test_england_asks_for_the_first_review_in_working_days_since_2011() -> None:
    def first(day: date) -> tuple[int, str]:
        (clock,) = [each for each in pack("england").on(day).clocks if each.code == "first_review"]
        return clock.amount, clock.unit

    assert first(date(2011, 3, 31)) == (28, "days")
    assert first(date(2011, 4, 1)) == (20, "working_days")


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (2000, "04-23", "04-30"),
        (2008, "03-23", "04-27"),
        (2024, "03-31", "05-05"),
        (2025, "04-20", "04-20"),
        (2026, "04-05", "04-12"),
        (2027, "03-28", "05-02"),
        (2038, "04-25", "04-25"),
    ],
)
def test_easter_falls_as_the_churches_keep_it(year: int, western: str, orthodox: str) -> None:
    assert [f"{easter(year):%m-%d}", f"{orthodox_easter(year):%m-%d}"] == [western, orthodox]


def test_kosovo_does_not_work_on_its_holidays_and_keeps_those_of_a_weekend_after_it() -> None:
    days = calendar_of(pack("kosovo"))
    april = [day for day in (date(2026, 4, number) for number in range(1, 31)) if not days.are_worked(day)]
    weekdays = [day for day in april if day.weekday() < 5]
    # Catholic Easter, Constitution Day, Orthodox Easter.
    assert weekdays == [date(2026, 4, 6), date(2026, 4, 9), date(2026, 4, 13)]
    # Europe Day 2026 is a Saturday; in 2027 both days of the New Year lie before or on a weekend.
    assert not days.are_worked(date(2026, 5, 11))
    assert [day.day for day in sorted(days.holidays) if (day.year, day.month) == (2027, 1)] == [1, 4, 7]


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2022, ["01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"]),
        (2024, ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"]),
        (2026, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]),
    ],
)
def test_england_keeps_the_bank_holidays_that_were_announced(year: int, days: list[str]) -> None:
    kept = sorted(day for day in calendar_of(pack("england")).holidays if day.year == year)
    assert [f"{day:%m-%d}" for day in kept] == days
