"""Segmented regression by generalised least squares, and the memory of noise."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.advocacy.evaluation.counterfactual import expected
from vatra.advocacy.evaluation.persistence import Memory, noise
from vatra.advocacy.evaluation.segmented import Shape, design, fitted


def test_without_memory_it_is_ordinary_least_squares() -> None:
    plan = design(Shape(slope=True), months=30, launch=14)
    series = np.random.default_rng(1).normal(10, 2, (3, 30))
    found = fitted(plan.columns, series, np.zeros(3))
    for row in range(3):
        direct, squares, *_rest = np.linalg.lstsq(plan.columns, series[row])
        assert found.coefficients[row] == pytest.approx(direct)
        assert found.variance[row] == pytest.approx(squares[0] / (30 - 4))


@given(st.floats(-0.5, 0.9))
def test_with_memory_it_is_what_the_whole_covariance_gives(memory: float) -> None:
    plan = design(Shape(season=True), months=30, launch=14)
    series = np.random.default_rng(2).normal(10, 2, 30)
    whole = np.power(memory, np.abs(np.subtract.outer(np.arange(30), np.arange(30)))) / (1 - memory**2)
    inverse = np.linalg.inv(whole)
    direct = np.linalg.solve(plan.columns.T @ inverse @ plan.columns, plan.columns.T @ inverse @ series)
    found = fitted(plan.columns, series[None], np.array([memory]))
    assert found.coefficients[0] == pytest.approx(direct, abs=1e-8)


def test_a_month_that_is_left_out_has_no_say() -> None:
    plan = design(Shape(), months=30, launch=15, left_out=[4, 20])
    series = np.random.default_rng(3).normal(10, 2, 30)
    other = series.copy()
    other[[4, 20]] = [1000, -1000]
    one, two = (fitted(plan.columns, each[None], np.array([0.4])) for each in (series, other))
    assert two.coefficients[0, :3] == pytest.approx(one.coefficients[0, :3])
    assert two.variance == pytest.approx(one.variance)


def test_a_step_is_found_as_large_as_it_was_made() -> None:
    plan = design(Shape(), months=48, launch=24)
    series = (
        5 + 0.1 * np.arange(48) + 3 * (np.arange(48) >= 24) + np.random.default_rng(4).normal(0, 0.01, 48)
    )
    step = plan.effects[0]
    assert fitted(plan.columns, series[None], np.zeros(1)).coefficients[0, step] == pytest.approx(3, abs=0.05)


@pytest.mark.parametrize("memory", [0.0, 0.3, 0.6])
def test_the_memory_of_short_series_is_not_told_too_small(memory: float) -> None:
    plan = design(Shape(), months=48, launch=24)
    series = noise(memory, months=48, runs=3000, chance=np.random.default_rng(5))
    estimates = Memory(plan.columns).of(series)
    naive = series - (series @ np.linalg.pinv(plan.columns).T) @ plan.columns.T
    first = ((naive[:, 1:] * naive[:, :-1]).sum(1) / (naive**2).sum(1)).mean()
    assert estimates.mean() == pytest.approx(memory, abs=0.04)
    assert first < memory - 0.04


def test_noise_has_the_memory_and_the_spread_it_is_asked_for() -> None:
    made = noise(0.5, months=40, runs=20_000, chance=np.random.default_rng(6))
    assert made.var(axis=0) == pytest.approx(np.full(40, 1 / 0.75), rel=0.06)
    assert (made[:, 1:] * made[:, :-1]).mean() == pytest.approx(0.5 / 0.75, rel=0.03)


def test_the_band_of_a_straight_line_is_the_textbooks_prediction_interval() -> None:
    """x = 1 … 5, y = 1, 2, 3, 2, 5: at 6 the line says 5, s²(1 + 1/5 + 9/10) is 2.8/3 · 2.1, and t on 3 is 3.182."""
    (found,) = expected(np.array([1.0, 2, 3, 2, 5, 0]), launch=5)
    reach = 3.182446 * np.sqrt(2.8 / 3 * 2.1)
    assert (found.value, found.low, found.high) == pytest.approx((5.0, 5 - reach, 5 + reach), abs=1e-5)


def test_from_two_months_nothing_is_expected() -> None:
    assert expected(np.array([1.0, 2, 3, 4]), launch=2) == []


@given(st.lists(st.floats(0, 100), min_size=8, max_size=40))
def test_a_count_is_never_expected_below_zero(values: list[float]) -> None:
    band = expected(np.array(values), launch=5)
    assert len(band) == len(values) - 5
    assert all(0 <= each.low <= each.value <= each.high for each in band)
