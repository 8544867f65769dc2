"""Student's t distribution, by the regularised incomplete beta function (NIST DLMF §8.17; Abramowitz & Stegun 26.7.1)."""

import math

TINY = 1e-300
CLOSE = 1e-14
STEPS = 500
WIDEST = 1e6


def beyond(t: float, freedom: float) -> float:
    """The probability of a value at least as far from 0 as `t`, on either side, with so many degrees of freedom."""
    if math.isinf(t):
        return 0.0
    return incomplete_beta(freedom / (freedom + t * t), freedom / 2, 0.5)


def quantile(coverage: float, freedom: float) -> float:
    """How far from 0 the middle part of the distribution reaches that holds `coverage` of it, such as 0.95."""
    low, high = 0.0, WIDEST
    for _step in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if 1 - beyond(middle, freedom) < coverage else (low, middle)
        if high - low <= CLOSE * max(1.0, high):
            break
    return (low + high) / 2


def incomplete_beta(x: float, a: float, b: float) -> float:
    """I_x(a, b) for x between 0 and 1, by its continued fraction (DLMF 8.17.22)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(1 - x, b, a)
    weight = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(weight) / a / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """1 + d₁/(1 + d₂/(1 + …)), evaluated forwards by Lentz's method."""
    whole = numerator = 1.0
    denominator = 0.0
    for step in range(1, STEPS):
        term = _term(step, x, a, b)
        denominator = 1 / _not_nothing(1 + term * denominator)
        numerator = _not_nothing(1 + term / numerator)
        whole *= numerator * denominator
        if abs(numerator * denominator - 1) < CLOSE:
            break
    return whole


def _term(step: int, x: float, a: float, b: float) -> float:
    m = step // 2
    if step % 2:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))


def _not_nothing(value: float) -> float:
    return value if abs(value) > TINY else TINY
