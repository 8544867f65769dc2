"""Differences of places by every possible choice of places."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.advocacy.evaluation.permutation import compared

_CHANGES = st.lists(st.floats(-10, 10), min_size=3, max_size=5)


@given(_CHANGES, _CHANGES)
def test_p_is_the_share_of_choices_that_differ_as_much(with_it: list[float], without: list[float]) -> None:
    found = compared(with_it, without, seed=1)
    changes = np.array([*with_it, *without])
    chosen = [list(each) for each in combinations(range(len(changes)), len(with_it))]
    differences = [changes[each].mean() - np.delete(changes, each).mean() for each in chosen]
    assert found.choices == len(chosen)
    assert found.difference == pytest.approx(differences[0], abs=1e-9)
    if found.p is not None:
        size = abs(differences[0])
        assert found.p == pytest.approx(
            np.mean([abs(each) >= size - 1e-9 * max(1, size) for each in differences])
        )


@given(_CHANGES, st.lists(st.floats(-10, 10), min_size=4, max_size=5))
def test_the_interval_holds_the_difference(with_it: list[float], without: list[float]) -> None:
    found = compared(with_it, without, seed=1)
    assert found.low is not None
    assert found.high is not None
    assert found.low - 1e-6 <= found.difference <= found.high + 1e-6


def test_fishers_own_example_of_few_units() -> None:
    """Four with and four without, all of the first above all of the second: 2 of 70 choices (Fisher, 1935)."""
    found = compared([5, 6, 7, 8], [1, 2, 3, 4], seed=1)
    assert (found.p, found.choices, found.is_exact) == (2 / 70, 70, True)


def test_two_and_two_places_can_show_nothing() -> None:
    found = compared([50, 60], [1, 2], seed=1)
    assert (found.p, found.low, found.high, found.smallest_p) == (None, None, None, 1 / 6)


def test_of_too_many_choices_some_are_drawn_and_the_same_ones_again() -> None:
    chance = np.random.default_rng(2)
    with_it, without = list(chance.normal(1, 1, 12)), list(chance.normal(0, 1, 26))
    one, again = (compared(with_it, without, seed=5) for _time in range(2))
    assert one == again
    assert not one.is_exact


def test_where_nothing_happened_five_of_a_hundred_are_alarms() -> None:
    chance = np.random.default_rng(3)
    alarms = [
        (compared(list(chance.normal(0, 1, 5)), list(chance.normal(0, 1, 6)), seed=1).p or 1) <= 0.05
        for _run in range(600)
    ]
    assert np.mean(alarms) == pytest.approx(0.05, abs=0.03)
