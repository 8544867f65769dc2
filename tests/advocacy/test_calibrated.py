"""The test of a launch raises false alarms as often as it says, where the usual tests do not."""

import numpy as np
import pytest

from vatra.advocacy.evaluation.calibrated import is_enough, judged
from vatra.advocacy.evaluation.segmented import Shape, design
from vatra.advocacy.evaluation.simulation import OURS, cell

FEW = 400
# Three Monte Carlo standard errors of a share of 5 % in so many runs.
SLACK = 3 * (0.05 * 0.95 / FEW) ** 0.5


@pytest.mark.parametrize("memory", [0.0, 0.3, 0.5])
def test_at_24_and_24_points_five_of_a_hundred_alarms_are_false(memory: float) -> None:
    found = cell(points=24, memory=memory, step=0, runs=FEW, seed=7)
    assert found.alarms[OURS] == pytest.approx(0.05, abs=0.02 + SLACK)


def test_the_usual_tests_cry_wolf_on_series_with_memory() -> None:
    found = cell(points=24, memory=0.3, step=0, runs=FEW, seed=8)
    assert min(found.alarms["ols"], found.alarms["newey_west"]) > found.alarms[OURS] + 0.03


def test_a_large_step_is_seen_in_most_series() -> None:
    found = cell(points=24, memory=0.0, step=2, runs=200, seed=9)
    assert found.alarms[OURS] > 0.8
    assert found.error(OURS) < 0.03


@pytest.mark.parametrize(("before", "after", "enough"), [(12, 12, True), (11, 12, False), (30, 11, False)])
def test_a_year_is_seen_on_either_side_or_nothing_is_tested(before: int, after: int, *, enough: bool) -> None:
    assert is_enough(before, after) is enough


def test_the_same_seed_gives_the_same_judgement() -> None:
    plan = design(Shape(slope=True, season=True), months=48, launch=24)
    series = np.random.default_rng(10).normal(20, 4, 48)
    assert judged(plan, series, seed=3, draws=499) == judged(plan, series, seed=3, draws=499)


def test_neither_level_nor_trend_nor_scale_changes_the_judgement() -> None:
    plan = design(Shape(), months=40, launch=20)
    series = np.random.default_rng(11).normal(0, 1, 40)
    one = judged(plan, series, seed=1, draws=499)
    other = judged(plan, 1000 + 3 * np.arange(40) + 50 * series, seed=1, draws=499)
    assert other.p == one.p
    assert other.effects[0].change == pytest.approx(50 * one.effects[0].change)


def test_the_interval_leaves_nothing_out_exactly_where_p_is_above_five_percent() -> None:
    plan = design(Shape(), months=48, launch=24)
    for seed in range(20):
        found = judged(plan, np.random.default_rng(seed).normal(0, 1, 48), seed=1, draws=999)
        holds_nothing = found.effects[0].low <= 0 <= found.effects[0].high
        assert holds_nothing is (found.p > 0.05)
