"""Student's t and the exact interval of a share, against printed tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.advocacy.binomial import exact_interval
from vatra.advocacy.student import beyond, incomplete_beta, quantile


@pytest.mark.parametrize(
    ("freedom", "reach"),
    [
        (1, 12.706),
        (2, 4.303),
        (5, 2.571),
        (10, 2.228),
        (14, 2.145),
        (30, 2.042),
        (120, 1.980),
        (10**6, 1.960),
    ],
)
def test_the_quantiles_are_those_of_the_tables(freedom: int, reach: float) -> None:
    assert quantile(0.95, freedom) == pytest.approx(reach, abs=5e-4)


@given(st.floats(0, 40), st.integers(1, 500))
def test_what_lies_beyond_is_a_probability_that_falls(t: float, freedom: int) -> None:
    assert 0 <= beyond(t + 1, freedom) <= beyond(t, freedom) <= 1


@given(st.floats(0.01, 0.99), st.floats(0.5, 50), st.floats(0.5, 50))
def test_the_incomplete_beta_function_is_symmetric(x: float, a: float, b: float) -> None:
    assert incomplete_beta(x, a, b) == pytest.approx(1 - incomplete_beta(1 - x, b, a), abs=1e-9)


def test_the_exact_interval_is_clopper_and_pearsons() -> None:
    """3 of 10: 0.0667 to 0.6525; 0 of 20: 0 to 0.1684."""
    assert exact_interval(3, 10) == pytest.approx((0.0667, 0.6525), abs=5e-5)
    assert exact_interval(0, 20) == pytest.approx((0, 0.1684), abs=5e-5)
