"""The rules of the panel say what the book says, and in the words of the triggers."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.guards.test_states import rows_under
from vatra.decisions.panel.states import PANEL_MOVES
from vatra.decisions.rules.panel import (
    MeetingFacts,
    SeatFacts,
    concerns_before_answer,
    concerns_before_vote,
)
from vatra.decisions.words import PANEL_APPROVES, Discipline, Position, ResolutionKind

SOURCE = Path(__file__).parents[2] / "src" / "vatra" / "decisions"
FIRST, LAST = date(2026, 3, 2), date(2026, 3, 16)


def a_seat_of(
    *, guest: bool = False, conflict: bool | None = False, discipline: str = "law", voted: str | None = None
) -> SeatFacts:
    return SeatFacts("Besa Gashi", discipline, guest, conflict, FIRST, LAST, voted)


SEATS = {
    "member who has not declared": (a_seat_of(conflict=None), FIRST),
    "member without a conflict": (a_seat_of(), FIRST),
    "member with a conflict": (a_seat_of(conflict=True), FIRST),
    "guest without a conflict": (a_seat_of(guest=True), FIRST),
    "member before the first day": (a_seat_of(), FIRST - timedelta(days=1)),
    "member on the last day": (a_seat_of(), LAST),
    "member after the last day": (a_seat_of(), LAST + timedelta(days=1)),
}


def test_the_moves_of_a_panel_are_the_moves_in_the_book() -> None:
    book = {row[0]: {word.strip() for word in row[2].split(",")} - {""} for row in rows_under("The panel")}
    assert book == {state.value: {to.value for to in moves} for state, moves in PANEL_MOVES.items()}


def test_who_reads_and_who_votes_is_as_the_book_says() -> None:
    book = {row[0]: (row[1], row[2]) for row in rows_under("Who reads the pack, and who votes")}
    meeting = MeetingFacts(meets_on=FIRST, quorum=3)
    words = {True: "yes", False: "no"}
    assert book == {
        name: (
            words[seat.may_read_on(day)],
            words[not concerns_before_vote(seat, meeting, is_own=True, is_of_question=True, on=day)],
        )
        for name, (seat, day) in SEATS.items()
    }


def test_the_book_lists_everything_that_stands_in_the_way_of_the_panel() -> None:
    rules = "".join((SOURCE / name).read_text() for name in ("rules/panel.py", "panel/states.py"))
    blocks = {(code, "block") for code in re.findall(r"_block\(\s*\"([\w-]+)\"", rules)}
    others = {
        (code, weight.lower())
        for code, weight in re.findall(r"Concern\(\"([\w-]+)\", Severity\.(\w+)", rules)
    }
    book = {(row[0], row[2]) for row in rows_under("What stands in the way of the panel")}
    assert book == blocks | others


votes = st.lists(
    st.builds(
        a_seat_of,
        guest=st.booleans(),
        conflict=st.sampled_from([None, False, True]),
        discipline=st.sampled_from(Discipline.values),
        voted=st.sampled_from([None, *Position.values]),
    ),
    max_size=7,
)


@given(seats=votes, kind=st.sampled_from(ResolutionKind.values), quorum=st.integers(2, 5))
def test_whatever_the_votes_no_panel_approves_without_quorum_disciplines_and_more_votes_for_than_against(
    seats: list[SeatFacts], kind: str, quorum: int
) -> None:
    meeting = MeetingFacts(meets_on=FIRST, quorum=quorum)
    with_conditions = int(kind == ResolutionKind.APPROVE_WITH_CONDITIONS)
    found = concerns_before_answer(meeting, seats, kind=kind, conditions=with_conditions, on=FIRST)
    if any(concern.blocks for concern in found):
        return
    counted = [seat for seat in seats if not seat.as_guest and seat.has_conflict is False and seat.voted]
    assert len(counted) >= quorum
    assert len({seat.discipline for seat in counted}) >= 2
    if kind in PANEL_APPROVES:
        agreed = sum(seat.voted == "agrees" for seat in counted)
        assert agreed > sum(seat.voted == "disagrees" for seat in counted)


@pytest.mark.parametrize("kind", ResolutionKind.values)
def test_three_members_of_three_disciplines_who_agree_may_give_any_answer(kind: str) -> None:
    seats = [a_seat_of(discipline=each, voted="agrees") for each in ("law", "health", "care")]
    meeting = MeetingFacts(meets_on=FIRST, quorum=3)
    conditions = int(kind == ResolutionKind.APPROVE_WITH_CONDITIONS)
    assert concerns_before_answer(meeting, seats, kind=kind, conditions=conditions, on=FIRST) == []
