from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.kernel.period import Period, covered_days, gaps, merged

START = date(2024, 1, 1)
HORIZON = 60


def on(number: int) -> date:
    return START + timedelta(days=number)


@st.composite
def periods(draw: st.DrawFn, *, may_be_open: bool = True) -> Period:
    first = draw(st.integers(0, HORIZON))
    length = draw(st.none() | st.integers(0, 20) if may_be_open else st.integers(0, 20))
    return Period(on(first), None if length is None else on(first + length))


def days_of(*several: Period) -> set[int]:
    """Their days as numbers, as far as any test looks."""
    return {number for number in range(2 * HORIZON) if any(each.contains(on(number)) for each in several)}


def test_a_period_that_ends_before_it_starts_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        Period(on(2), on(1))


def test_both_ends_belong_to_a_period() -> None:
    week = Period(on(0), on(6))
    assert [week.contains(on(number)) for number in (-1, 0, 6, 7)] == [False, True, True, False]
    assert week.days(until=on(100)) == 7
    assert week.days(until=on(2)) == 3
    assert week.days(until=on(-1)) == 0


def test_an_open_period_goes_on() -> None:
    assert Period(on(0)).contains(date.max)
    assert Period(on(0)).days(until=on(9)) == 10


@given(periods(), periods())
def test_two_periods_overlap_when_they_share_a_day(one: Period, other: Period) -> None:
    shared = days_of(one) & days_of(other)
    both = one.intersection(other)
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
    assert (days_of(both) if both else set()) == shared


@given(st.lists(periods()))
def test_merged_periods_cover_the_same_days_and_do_not_touch(several: list[Period]) -> None:
    result = merged(several)
    assert days_of(*result) == days_of(*several)
    for earlier, later in zip(result, result[1:], strict=False):
        assert earlier.last_day is not None
        assert later.first_day - earlier.last_day > timedelta(days=1)


@given(st.lists(periods()), periods())
def test_every_day_within_is_either_covered_or_in_one_gap(several: list[Period], within: Period) -> None:
    found = gaps(several, within)
    assert days_of(*found) == days_of(within) - days_of(*several)
    assert merged(found) == found


@given(st.lists(periods()), periods(), st.integers(0, HORIZON))
def test_covered_days_are_counted_once(several: list[Period], within: Period, until: int) -> None:
    covered = {number for number in days_of(within) & days_of(*several) if number <= until}
    assert covered_days(several, within, on(until)) == len(covered)


def test_a_gap_after_the_last_home_stays_open_while_the_care_goes_on() -> None:
    assert gaps([Period(on(0), on(4))], within=Period(on(0))) == [Period(on(5))]
    assert gaps([Period(on(0))], within=Period(on(0))) == []
    assert gaps([], within=Period(on(0), on(9))) == [Period(on(0), on(9))]
