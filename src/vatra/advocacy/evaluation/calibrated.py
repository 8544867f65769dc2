"""A test of the launch whose rate of false alarms is what it says, by parametric bootstrap.

Tables of t and F promise 5 % and give 9 to 22 % on short series with memory. Here the same statistic is computed on
many series in which nothing happened, with the memory seen in the data; p is the share of them that look at least as
much like an effect (Davison & Hinkley 1997, §4.2). Neither level, trend, season nor spread of the data matters: the
statistic is the same whatever they are, so that noise alone is drawn.
"""

from dataclasses import dataclass

import numpy as np

from vatra.advocacy.evaluation.persistence import Memory, noise
from vatra.advocacy.evaluation.segmented import Design, fitted
from vatra.advocacy.numbers import Floats

LEAST_BEFORE, LEAST_AFTER = 12, 12
DRAWS = 4_999
COVERAGE = 0.95


@dataclass(frozen=True)
class Effect:
    """A change at the launch with the interval that holds it in 95 of 100 evaluations."""

    change: float
    low: float
    high: float


@dataclass(frozen=True)
class Judgement:
    """What the test found: how often chance alone does as much, the memory ρ, and each effect."""

    p: float
    memory: float
    effects: tuple[Effect, ...]


def is_enough(before: int, after: int) -> bool:
    """Whether a p-value can be calibrated at all: with fewer points than 12 + 12 a year is not even seen once."""
    return before >= LEAST_BEFORE and after >= LEAST_AFTER


def judged(design: Design, series: Floats, *, seed: int, draws: int = DRAWS) -> Judgement:
    """The change at the launch in one series of monthly values, those of months left out being any number."""
    estimator = Memory(design.columns)
    memory = estimator.of(series[None])
    found = fitted(design.columns, series[None], memory)
    alone = _without_effect(design, estimator, float(memory[0]), draws=draws, seed=seed)
    statistic = float(found.wald(design.effects)[0])
    p = (1 + int((alone.together >= statistic).sum())) / (draws + 1)
    wide = np.sqrt(found.covariance[0].diagonal()[list(design.effects)]) * alone.reach
    changes = found.coefficients[0, list(design.effects)]
    effects = [Effect(float(c), float(c - w), float(c + w)) for c, w in zip(changes, wide, strict=True)]
    return Judgement(p, float(memory[0]), tuple(effects))


@dataclass(frozen=True)
class _Alone:
    """What chance alone gives: the joint statistic, and how many standard errors hold 95 % of each effect."""

    together: Floats
    reach: Floats


def _without_effect(design: Design, estimator: Memory, memory: float, *, draws: int, seed: int) -> _Alone:
    series = noise(memory, months=design.months, runs=draws, chance=np.random.default_rng(seed))
    found = fitted(design.columns, series, estimator.of(series))
    chosen = list(design.effects)
    errors = np.sqrt(found.covariance[:, chosen, chosen])
    ratios = np.abs(found.coefficients[:, chosen]) / errors
    return _Alone(found.wald(design.effects), np.quantile(ratios, COVERAGE, axis=0))


def p_values(design: Design, series: Floats, *, seed: int, draws: int) -> Floats:
    """p for every row, each calibrated on its own as a page does it: for the benchmark."""
    estimator = Memory(design.columns)
    memory = estimator.of(series)
    found = fitted(design.columns, series, memory).wald(design.effects)
    alone = [
        _without_effect(design, estimator, float(each), draws=draws, seed=seed + row).together
        for row, each in enumerate(memory)
    ]
    return np.array([(1 + (a >= f).sum()) / (draws + 1) for a, f in zip(alone, found, strict=True)])
