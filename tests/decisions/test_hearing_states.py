"""The life of a hearing: derived from dated facts, moved only as the table allows."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.decisions.hearing.states import (
    MOVES,
    HearingFacts,
    HearingState,
    concerns_before_moving,
    state_of_hearing,
)
from vatra.decisions.hearing.steps import HearingStep, Standing, steps_of

MONDAY, TUESDAY, FRIDAY = date(2026, 3, 16), date(2026, 3, 17), date(2026, 3, 20)
S = HearingState

FACTS_OF = {
    S.EXPECTED: HearingFacts(),
    S.PREPARED: HearingFacts(prepared_on=MONDAY),
    S.HEARD: HearingFacts(prepared_on=MONDAY, heard_on=TUESDAY),
    S.NOT_HEARD: HearingFacts(could_not_be_heard=True),
    S.WEIGHED: HearingFacts(heard_on=TUESDAY, is_weighed=True),
    S.TOLD: HearingFacts(heard_on=TUESDAY, is_weighed=True, decided_on=TUESDAY, told_on=FRIDAY),
    S.NOT_TOLD: HearingFacts(
        could_not_be_heard=True, decided_on=MONDAY, not_told_said_on=MONDAY, not_told_confirmed_on=TUESDAY
    ),
}


@pytest.mark.parametrize("state", list(HearingState))
def test_the_state_follows_from_the_facts(state: HearingState) -> None:
    assert state_of_hearing(FACTS_OF[state]) == state


def test_a_reason_that_nobody_confirmed_is_not_yet_a_reason() -> None:
    said = HearingFacts(could_not_be_heard=True, decided_on=MONDAY, not_told_said_on=MONDAY)
    assert state_of_hearing(said) == S.NOT_HEARD


def test_a_weight_without_a_view_is_no_weight() -> None:
    assert state_of_hearing(HearingFacts(prepared_on=MONDAY, is_weighed=True)) == S.PREPARED


@pytest.mark.parametrize("state", list(HearingState))
@pytest.mark.parametrize("to", list(HearingState))
def test_a_move_is_refused_exactly_where_the_table_does_not_know_it(
    state: HearingState, to: HearingState
) -> None:
    if to in {S.EXPECTED, S.PREPARED, S.HEARD}:
        return
    refused = concerns_before_moving(FACTS_OF[state], to)
    assert bool(refused) == (to != state and to not in MOVES[state])
    assert all(str(concern.sentence) for concern in refused)


def test_every_state_can_be_reached_and_left() -> None:
    assert set().union(*MOVES.values()) == set(HearingState) - {S.EXPECTED}
    assert set(MOVES) == set(HearingState)
    assert all(MOVES.values())


def standings(facts: HearingFacts) -> list[Standing]:
    return [each.standing for each in steps_of(facts)]


@pytest.mark.parametrize(
    ("facts", "row"),
    [
        (FACTS_OF[S.EXPECTED], "next later later later later"),
        (FACTS_OF[S.PREPARED], "done next later later later"),
        (FACTS_OF[S.HEARD], "done done next later later"),
        (FACTS_OF[S.WEIGHED], "left_out done done later later"),
        (FACTS_OF[S.NOT_HEARD], "not_possible not_possible not_possible later later"),
        (FACTS_OF[S.TOLD], "left_out done done done done"),
        (FACTS_OF[S.NOT_TOLD], "not_possible not_possible not_possible not_possible not_possible"),
        (HearingFacts(heard_on=MONDAY, decided_on=MONDAY), "left_out done left_out next next"),
        (
            HearingFacts(heard_on=MONDAY, is_weighed=True, decided_on=MONDAY, not_told_said_on=MONDAY),
            "left_out done done waits waits",
        ),
    ],
)
def test_the_row_of_steps_says_what_is_done_what_comes_next_and_what_was_left_out(
    facts: HearingFacts, row: str
) -> None:
    assert " ".join(standings(facts)) == row


def test_a_child_is_told_within_a_week() -> None:
    told = steps_of(HearingFacts(heard_on=MONDAY, is_weighed=True, decided_on=MONDAY))[3]
    assert (told.step, told.due_on) == (HearingStep.TOLD, date(2026, 3, 23))


days = st.none() | st.dates()


@given(st.builds(HearingFacts, days, days, st.booleans(), st.booleans(), days, days, days, days))
def test_whatever_the_facts_there_are_five_steps_and_at_most_one_is_next_before_the_decision(
    facts: HearingFacts,
) -> None:
    row = steps_of(facts)
    assert [each.step for each in row] == list(HearingStep)
    assert sum(each.standing is Standing.NEXT for each in row[:3]) <= 1
    assert all(str(each.words) and str(each.said) and each.tag for each in row)
