"""The line of a legal path: whatever happened in whatever order, its days add up. No database."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.kernel.bars import LEFT, WIDTH
from vatra.kernel.partial import PartialDate, Precision
from vatra.law.packs import pack
from vatra.law.packs.tables import Age
from vatra.law.path.drawing import drawn
from vatra.law.path.known import path_under
from vatra.law.path.line import Happened, in_order, line_of, next_steps
from vatra.law.path.rules import ConsentAge, consent_too_early, missing_at_gate
from vatra.law.path.words import CONSENT_AGE, GATE, PathCode

KOSOVO = path_under("kosovo")
FIRST = date(2023, 12, 30)
UNTIL = date(2026, 3, 16)

days = st.integers(0, 800).map(lambda number: FIRST + timedelta(days=number))
histories = st.lists(st.builds(Happened, st.sampled_from(sorted(KOSOVO)), days), max_size=30)


def happened(*told: tuple[str, int]) -> list[Happened]:
    return [Happened(code, FIRST + timedelta(days=day)) for code, day in told]


def steps(events: Sequence[Happened]) -> list[tuple[str, int]]:
    """Each step with its days."""
    return [(step.code, step.days(UNTIL)) for step in line_of(events, KOSOVO).steps]


@given(histories)
def test_the_days_of_the_steps_are_together_the_days_of_waiting(events: list[Happened]) -> None:
    line = line_of(events, KOSOVO)
    assert sum(step.days(UNTIL) for step in line.steps) == line.days(UNTIL)
    if line.present:
        assert line.days(UNTIL) == (UNTIL - min(event.on for event in events)).days


@given(histories)
def test_each_step_starts_where_the_one_before_ends(events: list[Happened]) -> None:
    told = line_of(events, KOSOVO).steps
    assert all(before.last_day == after.first_day for before, after in pairwise(told))
    assert all(before.code != after.code for before, after in pairwise(told))


@given(histories)
def test_nothing_that_happened_is_lost(events: list[Happened]) -> None:
    line = line_of(events, KOSOVO)
    assert sum(step.times for step in line.steps) + len(line.beside) == len(events)


@given(histories, st.randoms(use_true_random=False))
def test_the_order_of_writing_changes_nothing(events: list[Happened], chance: st.DataObject) -> None:
    shuffled = list(events)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert line_of(shuffled, KOSOVO) == line_of(events, KOSOVO)


@given(histories)
def test_what_comes_next_has_not_happened_unless_it_may_return(events: list[Happened]) -> None:
    following = next_steps(line_of(events, KOSOVO), events, KOSOVO)
    known = {event.code for event in events}
    assert all(each.event.code not in known or each.event.may_return for each in following)
    assert len({each.event.code for each in following}) == len(following)


@given(histories)
def test_the_drawing_stays_in_its_frame(events: list[Happened]) -> None:
    drawing = drawn(line_of(events, KOSOVO), KOSOVO, until=UNTIL)
    assert (drawing is None) == (not events)
    if drawing:
        assert all(LEFT <= bar.x <= LEFT + WIDTH for bar in drawing.bars)
        assert all(LEFT <= x <= LEFT + WIDTH for x in (*drawing.beside, drawing.today))


def test_tracing_again_and_again_is_one_step_since_the_first_time() -> None:
    events = happened(("tracing", 10), ("tracing", 40), ("parent_contacted", 90))
    assert steps(events)[0] == ("tracing", 80)
    assert line_of(events, KOSOVO).steps[0].times == 2


def test_a_birth_registered_late_moves_nobody_back() -> None:
    events = happened(("birth_unregistered", 0), ("tracing", 10), ("birth_registered", 60))
    assert [code for code, _days in steps(events)] == ["birth_unregistered", "tracing"]
    assert line_of(events, KOSOVO).beside == [events[2]]


def test_a_match_that_fails_puts_the_child_before_the_panel_again() -> None:
    events = happened(("put_to_panel", 0), ("matched", 30), ("put_to_panel", 50))
    assert [code for code, _days in steps(events)] == ["put_to_panel", "matched", "put_to_panel"]


def test_what_is_done_already_leads_on_to_what_follows_it() -> None:
    events = happened(("left_hospital", 3), ("temporary_guardian", 5), ("notice_to_guardianship_body", 0))
    line = line_of(events, KOSOVO)
    assert line.present
    assert line.present.code == "temporary_guardian"
    assert [each.event.code for each in next_steps(line, events, KOSOVO)] == ["tracing", "parent_contacted"]
    early = happened(("notice_to_guardianship_body", 0))
    due = {each.event.code: each.due_on for each in next_steps(line_of(early, KOSOVO), early, KOSOVO)}
    assert due == {"left_hospital": date(2024, 1, 20), "temporary_guardian": date(2024, 1, 29)}


def test_every_step_leads_to_an_end() -> None:
    def ends(code: str, seen: frozenset[str]) -> bool:
        following = set(KOSOVO[code].leads_to) - seen
        return not KOSOVO[code].leads_to or any(ends(each, seen | {each}) for each in following)

    assert [code for code in KOSOVO if not ends(code, frozenset({code}))] == []


def test_a_pack_in_which_parents_consent_has_the_gate_before_it() -> None:
    for code in ("kosovo", "england"):
        path = path_under(code)
        assert PathCode.CONSENT_GIVEN not in path or set(GATE) <= set(path)
    assert PathCode.CONSENT_GIVEN in KOSOVO


@given(st.permutations(range(3)), st.lists(st.integers(0, 9), min_size=3, max_size=3))
def test_the_gate_is_open_only_if_its_steps_follow_each_other(order: list[int], on: list[int]) -> None:
    events = in_order((Happened(GATE[each], FIRST + timedelta(days=on[each])) for each in order), KOSOVO)
    is_open = missing_at_gate(events, FIRST + timedelta(days=9)) is None
    assert is_open == (on[0] <= on[1] <= on[2])


def test_the_gate_names_the_first_step_that_is_missing() -> None:
    events = happened(("counselling_given", 1), ("kin_explored", 2))
    assert missing_at_gate(events, UNTIL) == PathCode.SUPPORT_OFFERED
    assert missing_at_gate(events, FIRST) == PathCode.COUNSELLING_GIVEN


@pytest.mark.parametrize(
    ("verified", "precision", "severity"),
    [
        (True, Precision.EXACT, "block"),
        (False, Precision.EXACT, "warn"),
        (True, Precision.ESTIMATED, "warn"),
    ],
)
def test_only_what_is_certain_blocks_a_consent(verified: bool, precision: Precision, severity: str) -> None:
    age = pack("kosovo").age(CONSENT_AGE)
    assert age
    unsure = age.model_copy(update={"verified": verified})
    consent = ConsentAge(PartialDate(date(2024, 1, 4), precision), unsure, "art. 169")
    assert consent.first_day == date(2024, 2, 29)
    assert [each.severity.value for each in consent_too_early(date(2024, 2, 28), consent)] == [severity]
    assert consent_too_early(date(2024, 2, 29), consent) == []


def test_an_age_in_years_is_reached_on_1_march_by_who_was_born_on_29_february() -> None:
    age = Age(
        code="majority",
        name={"en": "Of age"},
        amount=18,
        source="-",
        valid_from=date(2000, 1, 1),
        verified=True,
    )
    assert age.reached_on(date(2008, 2, 29)) == date(2026, 3, 1)
    assert age.reached_on(date(2008, 2, 28)) == date(2026, 2, 28)
