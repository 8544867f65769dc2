"""Means and shares of a population from a sample, with the interval that the way of choosing people allows."""

from dataclasses import dataclass
from math import exp, log, sqrt
from typing import NamedTuple

import numpy as np

from vatra.advocacy.awareness.sample import Sample
from vatra.advocacy.binomial import exact_interval
from vatra.advocacy.numbers import Floats, Truths
from vatra.advocacy.student import quantile

COVERAGE = 0.95


@dataclass(frozen=True)
class Estimate:
    """A mean with its standard error, from so many answers in so many points.

    `design_effect` says how many times the variance is that of as many answers drawn one by one (Kish 1965).
    """

    value: float
    error: float
    freedom: int
    answers: int
    points: int
    design_effect: float

    @property
    def effective(self) -> float:
        """As many answers, drawn one by one, would tell as much."""
        return self.answers / self.design_effect if self.design_effect > 0 else float(self.answers)

    @property
    def interval(self) -> tuple[float, float] | None:
        """value ± t · error; None where a single point leaves nothing to compare."""
        if self.freedom < 1:
            return None
        reach = quantile(COVERAGE, self.freedom) * self.error
        return self.value - reach, self.value + reach

    @property
    def interval_of_share(self) -> tuple[float, float] | None:
        """Between 0 and 1, on the scale of log odds (Korn & Graubard 1999, §5.6).

        Where everybody or nobody said so the variance shows nothing: there the exact interval for as many answers
        as there were sampling points, as if neighbours always answered alike.
        """
        if self.freedom < 1:
            return None
        if self.value <= 0 or self.value >= 1:
            return exact_interval(self.value * self.points, self.points)
        odds = log(self.value / (1 - self.value))
        reach = quantile(COVERAGE, self.freedom) * self.error / (self.value * (1 - self.value))
        return _share(odds - reach), _share(odds + reach)


def mean(sample: Sample, values: Floats, among: Truths | None = None) -> Estimate:
    """The weighted mean among some of the people, Σwy/Σw; the others stay in the sample, as zeros (domain estimation)."""
    chosen = np.ones(sample.size, dtype=np.bool_) if among is None else among
    weights = np.where(chosen, sample.weights, 0.0)
    value = float((weights * values).sum() / weights.sum())
    scores = weights * (values - value) / weights.sum()
    variance = sample.variance(scores)
    return Estimate(
        value,
        sqrt(variance),
        sample.freedom,
        int(chosen.sum()),
        sample.points_in(chosen),
        _design_effect(variance, weights[chosen], values[chosen], value),
    )


@dataclass(frozen=True)
class Change:
    """A later mean less an earlier one, with its standard error."""

    value: float
    error: float
    freedom: float

    @property
    def interval(self) -> tuple[float, float] | None:
        """value ± t · error."""
        if self.freedom < 1:
            return None
        reach = quantile(COVERAGE, self.freedom) * self.error
        return self.value - reach, self.value + reach


class Known(NamedTuple):
    """A mean with its standard error, as it was told."""

    value: float
    error: float
    freedom: float


def change(earlier: Known, later: Known) -> Change:
    """The change between two waves drawn apart from each other; degrees of freedom after Welch and Satterthwaite.

    Where the same sampling points were drawn twice the true interval is narrower: what neighbours have in common falls
    out of the difference.
    """
    variance = earlier.error**2 + later.error**2
    parts = [each.error**4 / each.freedom for each in (earlier, later) if each.freedom > 0 and each.error > 0]
    is_known = min(earlier.freedom, later.freedom) > 0
    freedom = variance**2 / sum(parts) if parts else float(earlier.freedom + later.freedom)
    return Change(later.value - earlier.value, sqrt(variance), freedom if is_known else 0.0)


def _design_effect(variance: float, weights: Floats, values: Floats, value: float) -> float:
    answers = len(values)
    if answers < 2:
        return 1.0
    spread = float((weights * (values - value) ** 2).sum() / weights.sum()) * answers / (answers - 1)
    return variance / (spread / answers) if spread > 0 else 1.0


def _share(odds: float) -> float:
    return 1 / (1 + exp(-odds))
