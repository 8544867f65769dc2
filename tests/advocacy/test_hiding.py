"""Counts told without pointing at anybody: no small count can be computed from what is shown."""

import numpy as np
from hypothesis import assume, example, given
from hypothesis import strategies as st

from vatra.advocacy.awareness.hiding import hidden
from vatra.advocacy.numbers import Truths, Whole
from vatra.kernel.privacy import FEWEST_SHOWN

MOST_TRIED = 300_000


def _with_sum(rows: list[list[int]]) -> Whole:
    return np.array([*rows, list(np.sum(rows, axis=0))])


def _possible(counts: Whole, hides: Truths) -> Whole:
    """Every table that fits what is shown: the cells, and how many answered in each row."""
    inner = np.argwhere(hides[:-1])
    most = [int(counts[row].sum()) + 1 for row, _column in inner]
    assume(int(np.prod([float(each) for each in most])) <= MOST_TRIED)
    guesses = np.indices(most).reshape(len(most), -1).T
    tables = np.tile(counts, (len(guesses), 1, 1))
    tables[:, inner[:, 0], inner[:, 1]] = guesses
    tables[:, -1] = tables[:, :-1].sum(axis=1)
    rows_fit = (tables.sum(axis=2) == counts.sum(axis=1)).all(axis=1)
    return np.asarray(tables[rows_fit & (tables[:, ~hides] == counts[~hides]).all(axis=1)])


@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=2, max_size=2))
@example([[1, 8, 9], [7, 9, 9]])
@example([[3, 0, 9], [0, 4, 9]])
def test_no_small_count_follows_from_what_is_shown(rows: list[list[int]]) -> None:
    counts = _with_sum(rows)
    assume((counts.sum(axis=1) >= FEWEST_SHOWN).all())
    hides = hidden(counts)
    possible = _possible(counts, hides) if hides[:-1].any() else counts[None]
    for cell in np.argwhere((counts > 0) & (counts < FEWEST_SHOWN)):
        row, column = int(cell[0]), int(cell[1])
        assert hides[row, column]
        assert len(np.unique(possible[:, row, column])) > 1


def test_a_table_without_small_counts_hides_nothing() -> None:
    assert not hidden(_with_sum([[5, 20], [0, 30]])).any()


def test_of_two_answers_both_are_hidden_where_one_is_small() -> None:
    assert hidden(np.array([[3, 97]])).tolist() == [[True, True]]


def test_a_second_count_is_hidden_so_that_the_first_is_not_what_is_missing_from_the_sum() -> None:
    assert hidden(np.array([[3, 40, 57]])).tolist() == [[True, True, False]]


def test_counts_that_are_small_even_together_take_a_third_one_with_them() -> None:
    assert hidden(np.array([[1, 2, 40, 57]])).tolist() == [[True, True, True, False]]
