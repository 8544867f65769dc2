"""Cohen's κ: the worked examples others print, and what holds for every pair of coders."""

from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.advocacy.media.agreement import Agreement, agreement

PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=60)


def from_table(table: list[list[int]]) -> Agreement:
    """The pairs behind a table with a row for each answer of the first coder."""
    cells = product(range(len(table)), repeat=2)
    return agreement([(str(one), str(other)) for one, other in cells for _each in range(table[one][other])])


@pytest.mark.parametrize(
    ("table", "n", "kappa", "error", "low", "high"),
    [
        # SAS/STAT, FREQ procedure, "Agreement Study": two dermatologists, 88 patients.
        ([[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]], 88, 0.3449, 0.0724, 0.2030, 0.4868),
        # Fleiss, Statistical Methods for Rates and Proportions (1981), p. 213: 100 patients.
        ([[75, 1, 4], [5, 4, 1], [0, 0, 10]], 100, 0.6765, 0.0877, 0.5046, 0.8484),
    ],
    ids=["dermatologists", "diagnoses"],
)
def test_published_examples_come_out_as_printed(
    table: list[list[int]], n: int, kappa: float, error: float, low: float, high: float
) -> None:
    found = from_table(table)
    assert found.interval is not None
    assert (found.n, round(found.kappa or 0, 4), round(found.standard_error or 0, 4)) == (n, kappa, error)
    assert tuple(round(bound, 4) for bound in found.interval) == (low, high)


def test_two_radiologists_agree_as_stata_prints_it() -> None:
    # Stata Base Reference Manual, kap: 85 xeromammograms.
    found = from_table([[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]])
    assert (round(found.observed, 4), round(found.expected, 4), round(found.kappa or 0, 4)) == (
        0.6353,
        0.3082,
        0.4728,
    )


@given(PAIRS)
def test_it_is_one_for_alike_never_more_and_the_same_whoever_comes_first(
    pairs: list[tuple[str, str]],
) -> None:
    found, turned = agreement(pairs), agreement([(other, one) for one, other in pairs])
    if found.kappa is None:
        assert {answer for pair in pairs for answer in pair} == {pairs[0][0]}
        return
    assert found.kappa == pytest.approx(turned.kappa)
    assert -1 <= found.kappa <= 1 + 1e-12
    assert (found.kappa > 1 - 1e-12) == all(one == other for one, other in pairs)


@given(PAIRS)
def test_below_twenty_articles_there_is_no_interval_and_never_one_beyond_its_bounds(
    pairs: list[tuple[str, str]],
) -> None:
    found = agreement(pairs)
    if len(pairs) < 20 or found.kappa is None:
        assert found.interval is None
        return
    assert found.interval is not None
    low, high = found.interval
    assert -1 <= low <= found.kappa + 1e-12
    assert found.kappa - 1e-12 <= high <= 1


def test_nothing_coded_says_nothing() -> None:
    assert agreement([]) == Agreement(0, 0.0, 0.0, None, None)


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    # Two coders who each know the right one of three answers in eight of ten articles and else guess: both know it in
    # 0.8² of the articles, and agree by chance in the rest, so that κ is 0.8².
    chance, truth, held, runs = Random(20150515), 0.8**2, 0, 400
    for _run in range(runs):
        pairs = []
        for _article in range(100):
            right = chance.choice("abc")
            pairs.append(
                tuple(right if chance.random() < 0.8 else chance.choice("abc") for _coder in range(2))
            )
        interval = agreement(pairs).interval  # type: ignore[arg-type]
        assert interval is not None
        held += interval[0] <= truth <= interval[1]
    assert 0.92 <= held / runs <= 0.98
