"""How far two coders agree beyond chance: Cohen's κ with its confidence interval.

Cohen, J. (1960), Educational and Psychological Measurement 20: 37-46; the standard error for large samples is that
of Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72: 323-327, as SAS and Stata print it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

Z_95 = 1.959964
FEWEST_FOR_INTERVAL = 20
"""Own standard: below so many articles the interval for large samples says too much."""


@dataclass(frozen=True)
class Agreement:
    """How two coders answered one question over n articles."""

    n: int
    observed: float
    expected: float
    kappa: float | None
    """None where chance alone would agree in everything, because both always gave the same one answer."""
    standard_error: float | None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % confidence interval, kept between -1 and 1; None where there are too few articles for it."""
        if self.kappa is None or self.standard_error is None or self.n < FEWEST_FOR_INTERVAL:
            return None
        half = Z_95 * self.standard_error
        return max(-1.0, self.kappa - half), min(1.0, self.kappa + half)


def agreement(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """What two coders answered, a pair for each article, the same coder first or in turn."""
    n = len(pairs)
    if not n:
        return Agreement(0, 0.0, 0.0, None, None)
    cells = {pair: number / n for pair, number in Counter(pairs).items()}
    first, second = _shares(cells, 0), _shares(cells, 1)
    observed = sum(share for (one, other), share in cells.items() if one == other)
    expected = sum(share * second.get(code, 0.0) for code, share in first.items())
    if expected >= 1:
        return Agreement(n, observed, expected, None, None)
    kappa = (observed - expected) / (1 - expected)
    error = sqrt(max(0.0, _variance(cells, first, second, expected, kappa) / n))
    return Agreement(n, observed, expected, kappa, error)


def _shares(cells: dict[tuple[str, str], float], which: int) -> dict[str, float]:
    shares: Counter[str] = Counter()
    for pair, share in cells.items():
        shares[pair[which]] += share  # type: ignore[assignment]
    return dict(shares)


def _variance(
    cells: dict[tuple[str, str], float],
    first: dict[str, float],
    second: dict[str, float],
    expected: float,
    kappa: float,
) -> float:
    """n times the variance of κ."""
    alike = sum(
        share * (1 - (first[one] + second[one]) * (1 - kappa)) ** 2
        for (one, other), share in cells.items()
        if one == other
    )
    apart = sum(
        share * (second.get(one, 0.0) + first.get(other, 0.0)) ** 2
        for (one, other), share in cells.items()
        if one != other
    )
    rest = (kappa - expected * (1 - kappa)) ** 2
    return (alike + (1 - kappa) ** 2 * apart - rest) / (1 - expected) ** 2
