from datetime import date

from tests.kernel.duties import PLACED, due, duties_of, reviewed, rule
from vatra.kernel.duty import DutyRow, Fact


def test_a_duty_is_due_so_many_months_after_what_starts_it() -> None:
    assert duties_of([PLACED], rule()) == [
        DutyRow(
            pack="kosovo",
            rule="review",
            rule_valid_from=date(2000, 1, 1),
            ref="placement:3",
            basis_on=date(2025, 8, 31),
            due_on=date(2026, 2, 28),
            shown_first_on=date(2026, 2, 14),
            escalates_on=date(2026, 3, 7),
            escalate_to="supervisor",
            lapses_on=None,
            stopped_since=None,
            about_home=False,
        )
    ]


def test_days_are_counted_as_days() -> None:
    assert due([PLACED], rule(amount=30, unit="days")) == [date(2025, 9, 30)]


def test_a_duty_can_fall_before_the_day_it_counts_from() -> None:
    grows_up = Fact("turns_18", date(2026, 9, 1), None, "child:1")
    assert due([grows_up], rule(starts_with="turns_18", amount=-6, repeats=False)) == [date(2026, 3, 1)]


def test_a_repeating_duty_counts_again_from_the_latest_time_it_was_met() -> None:
    facts = [reviewed(date(2026, 1, 10)), PLACED, reviewed(date(2025, 11, 1))]
    assert due(facts, rule()) == [date(2026, 7, 10)]


def test_what_was_done_before_the_start_does_not_count() -> None:
    assert due([PLACED, reviewed(date(2025, 8, 30))], rule()) == [date(2026, 2, 28)]
    assert due([PLACED, reviewed(date(2025, 8, 31))], rule(repeats=False)) == []


def test_a_duty_met_once_is_settled() -> None:
    assert due([PLACED], rule(repeats=False)) == [date(2026, 2, 28)]
    assert due([PLACED, reviewed(date(2025, 9, 15))], rule(repeats=False)) == []


def test_each_follow_up_settles_the_next_one_still_open() -> None:
    home = Fact("returned", date(2025, 1, 31), None, "placement:3")
    step = {"starts_with": "returned", "satisfied_by": "visited", "repeats": False}
    ladder = [
        rule(f"follow_up_{months}", amount=months, ordinal=place, **step)
        for place, months in enumerate((1, 3, 6, 12), 1)
    ]
    assert due([home], *ladder) == [
        date(2025, 2, 28),
        date(2025, 4, 30),
        date(2025, 7, 31),
        date(2026, 1, 31),
    ]
    visits = [
        Fact("visited", date(2025, 2, 20), None, "visit:1"),
        Fact("visited", date(2025, 5, 2), None, "visit:2"),
    ]
    assert due([home, *visits], *ladder) == [date(2025, 7, 31), date(2026, 1, 31)]


def test_an_answer_settles_only_the_message_it_answers() -> None:
    messages = [Fact("asked", date(2026, 3, day), None, f"message:{day}") for day in (2, 3)]
    answer = Fact("answered", date(2026, 3, 4), None, "message:3")
    answers = rule(
        starts_with="asked", satisfied_by="answered", same_ref=True, repeats=False, amount=5, unit="days"
    )
    assert [duty.ref for duty in duties_of([*messages, answer], answers)] == ["message:2"]


def test_nothing_falls_due_after_the_stay_has_ended() -> None:
    ended = PLACED._replace(ends=date(2026, 2, 27))
    assert due([ended], rule()) == []


def test_a_duty_missed_before_the_end_says_when_it_lapses() -> None:
    ended = PLACED._replace(ends=date(2026, 2, 28))
    assert [duty.lapses_on for duty in duties_of([ended], rule())] == [date(2026, 2, 28)]


def test_a_fact_told_twice_is_one_duty() -> None:
    assert len(duties_of([PLACED, PLACED], rule())) == 1
