"""The state of an ask is what its approved updates tell, on every past day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vatra.advocacy.asks.state import Happening, State, standing, state_on
from vatra.advocacy.asks.words import Stage

ASKED_ON = date(2025, 1, 1)
MORNING = datetime(2025, 6, 1, 8, tzinfo=UTC)
DAYS = st.integers(0, 30).map(lambda days: ASKED_ON + timedelta(days=days))


@st.composite
def histories(draw: st.DrawFn) -> Sequence[Happening]:
    """Updates in the order of writing; a correction corrects one that was approved, and is approved later."""
    written: list[Happening] = []
    for number in range(1, draw(st.integers(0, 8)) + 1):
        approved_at = MORNING + timedelta(hours=number)
        free = [each.number for each in written if each.approved_at and not _is_corrected(each, written)]
        supersedes = draw(st.sampled_from([None, *free]))
        written.append(
            Happening(
                number=number,
                happened_on=draw(DAYS),
                stage=draw(st.sampled_from(Stage.values)),
                approved_at=draw(st.sampled_from([approved_at, None])),
                supersedes=supersedes,
                did_not_happen=supersedes is not None and draw(st.booleans()),
            )
        )
    return written


def _is_corrected(update: Happening, others: Sequence[Happening]) -> bool:
    return any(other.supersedes == update.number for other in others)


def replayed(history: Sequence[Happening], day: date, known_at: datetime | None = None) -> Stage:
    """The stage by playing everything again: approvals one after the other, then day after day."""
    counted: dict[int, Happening] = {}
    for update in sorted((each for each in history if each.approved_at), key=lambda each: each.number):
        if known_at is None or (update.approved_at and update.approved_at <= known_at):
            counted.pop(update.supersedes or 0, None)
            if not update.did_not_happen:
                counted[update.number] = update
    stage, today = Stage.ASKED, ASKED_ON
    while today <= day:
        for number in sorted(counted):
            if counted[number].happened_on == today:
                stage = Stage(counted[number].stage)
        today += timedelta(days=1)
    return stage


@given(histories(), DAYS)
def test_the_state_on_any_past_day_equals_a_replay(history: Sequence[Happening], day: date) -> None:
    state = state_on(day, history, asked_on=ASKED_ON)
    assert state is not None
    assert state.stage == replayed(history, day)


@given(histories(), DAYS, st.integers(0, 9))
def test_what_was_known_at_any_moment_equals_a_replay(
    history: Sequence[Happening], day: date, hours: int
) -> None:
    moment = MORNING + timedelta(hours=hours)
    state = state_on(day, history, asked_on=ASKED_ON, known_at=moment)
    assert state is not None
    assert state.stage == replayed(history, day, moment)


@given(histories(), DAYS)
def test_the_order_in_which_updates_are_read_does_not_matter(history: Sequence[Happening], day: date) -> None:
    backwards = list(reversed(history))
    assert state_on(day, backwards, asked_on=ASKED_ON) == state_on(day, history, asked_on=ASKED_ON)


@given(histories(), DAYS)
def test_what_nobody_approved_changes_nothing(history: Sequence[Happening], day: date) -> None:
    waiting = Happening(99, ASKED_ON, Stage.PRACTISED, approved_at=None)
    assert state_on(day, [*history, waiting], asked_on=ASKED_ON) == state_on(day, history, asked_on=ASKED_ON)


def test_an_ask_has_no_state_before_it_was_asked() -> None:
    assert state_on(ASKED_ON - timedelta(days=1), [], asked_on=ASKED_ON) is None
    assert state_on(ASKED_ON, [], asked_on=ASKED_ON) == State(Stage.ASKED, ASKED_ON)


def _update(number: int, day: int, stage: Stage) -> Happening:
    return Happening(number, ASKED_ON + timedelta(days=day), stage, approved_at=MORNING)


def test_going_back_is_a_state_like_any_other() -> None:
    history = [_update(1, 5, Stage.IN_FORCE), _update(2, 9, Stage.REPEALED)]
    assert state_on(date(2025, 1, 7), history, asked_on=ASKED_ON) == State(
        Stage.IN_FORCE, date(2025, 1, 6), 1
    )
    assert state_on(date(2025, 1, 10), history, asked_on=ASKED_ON) == State(
        Stage.REPEALED, date(2025, 1, 10), 2
    )


def test_a_stage_told_again_holds_since_it_was_told_first() -> None:
    history = [_update(1, 5, Stage.DRAFTED), _update(2, 9, Stage.DRAFTED)]
    state = state_on(date(2025, 2, 1), history, asked_on=ASKED_ON)
    assert state == State(Stage.DRAFTED, date(2025, 1, 6), 1)


def test_a_correction_counts_from_the_moment_it_is_approved() -> None:
    first = _update(1, 5, Stage.ADOPTED)
    correction = replace(_update(2, 5, Stage.DRAFTED), supersedes=1, approved_at=None)
    assert standing([first, correction]) == [first]
    later = replace(correction, approved_at=MORNING + timedelta(days=1))
    assert standing([first, later]) == [later]
    assert standing([first, later], known_at=MORNING) == [first]
