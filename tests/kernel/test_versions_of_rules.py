"""A rule acts for the files under its pack, and for what is counted from a day on which its version holds."""

from datetime import date

from tests.kernel.duties import PLACED, UNDER_KOSOVO, due, duties_of, reviewed, rule
from vatra.kernel.duty import Fact, duties_from
from vatra.kernel.working_days import WorkingDays

NEW_LAW = date(2026, 1, 1)


def test_a_rule_of_another_country_does_not_act() -> None:
    assert due([PLACED], rule(pack="england")) == []
    under_england = Fact("jurisdiction", PLACED.day, None, "england")
    assert duties_from([PLACED, under_england], [rule(pack="kosovo")]) == []


def test_a_file_under_no_law_has_no_duties() -> None:
    assert duties_from([PLACED], [rule()]) == []


def test_what_began_under_the_old_law_goes_on_under_it_and_what_begins_now_under_the_new() -> None:
    old = rule(valid_to=date(2025, 12, 31))
    new = rule(valid_from=NEW_LAW, amount=3)
    later = PLACED._replace(day=NEW_LAW, ref="placement:4")
    duties = duties_of([PLACED, later], old, new)
    assert [(duty.ref, duty.due_on, duty.rule_valid_from) for duty in duties] == [
        ("placement:3", date(2026, 2, 28), date(2000, 1, 1)),
        ("placement:4", date(2026, 4, 1), NEW_LAW),
    ]


def test_a_new_interval_reaches_a_child_already_in_care_with_the_next_review() -> None:
    old, new = rule(valid_to=date(2025, 12, 31)), rule(valid_from=NEW_LAW, amount=3)
    before = reviewed(date(2025, 12, 1))
    assert due([PLACED, before], old, new) == [date(2026, 6, 1)]
    assert due([PLACED, before, reviewed(date(2026, 2, 2))], old, new) == [date(2026, 5, 2)]


def test_the_last_day_of_a_law_is_a_day_of_it() -> None:
    eve = PLACED._replace(day=date(2025, 12, 31))
    assert due([eve], rule(valid_to=date(2025, 12, 31))) == [date(2026, 6, 30)]


def test_working_days_are_those_of_the_rules_own_country() -> None:
    holiday = WorkingDays(holidays=frozenset({date(2025, 9, 1)}))
    next_working_day = rule(amount=1, unit="working_days", repeats=False)
    assert [duty.due_on for duty in duties_of([PLACED], next_working_day)] == [date(2025, 9, 1)]
    assert [duty.due_on for duty in duties_of([PLACED], next_working_day, days=holiday)] == [date(2025, 9, 2)]
    elsewhere = {"england": holiday}
    assert [
        duty.due_on for duty in duties_from([UNDER_KOSOVO, PLACED], [next_working_day], (), elsewhere)
    ] == [date(2025, 9, 1)]


def test_a_duty_says_who_has_to_see_it_when_it_is_too_late() -> None:
    assert [duty.escalate_to for duty in duties_of([PLACED], rule(escalate_to="safeguarding"))] == [
        "safeguarding"
    ]
