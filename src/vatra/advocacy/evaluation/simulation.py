"""How often each test says that something changed: where nothing did, and where something did."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np

from vatra.advocacy.evaluation.calibrated import p_values
from vatra.advocacy.evaluation.persistence import noise
from vatra.advocacy.evaluation.rivals import RIVALS, alarms
from vatra.advocacy.evaluation.segmented import Design, Shape, design
from vatra.advocacy.numbers import Floats

BEFORE_AND_AFTER = (12, 24, 48)
MEMORIES = (0.0, 0.3, 0.5)
STEPS = (0.0, 1.0, 2.0)
LEVEL = 0.05
DRAWS = 999
OURS = "calibrated"


@dataclass(frozen=True)
class Cell:
    """Of so many invented series with so many points on each side, the share in which each test raised an alarm.

    `step` is the change at the launch in standard deviations of the noise: 0 makes every alarm a false one.
    """

    points: int
    memory: float
    step: float
    runs: int
    alarms: Mapping[str, float]

    def error(self, test: str) -> float:
        """The Monte Carlo standard error of a share."""
        return sqrt(self.alarms[test] * (1 - self.alarms[test]) / self.runs)


def table(*, runs: int, seed: int) -> Iterator[Cell]:
    """Every combination of length, memory and step."""
    for points in BEFORE_AND_AFTER:
        for memory in MEMORIES:
            for step in STEPS:
                yield cell(points=points, memory=memory, step=step, runs=runs, seed=seed)


def cell(*, points: int, memory: float, step: float, runs: int, seed: int) -> Cell:
    """One combination."""
    plan = design(Shape(), months=2 * points, launch=points)
    series = _invented(plan, memory=memory, step=step, runs=runs, seed=seed)
    shares = {name: float(alarms(rival, plan, series).mean()) for name, rival in RIVALS.items()}
    shares[OURS] = float((p_values(plan, series, seed=seed, draws=DRAWS) <= LEVEL).mean())
    return Cell(points, memory, step, runs, shares)


def _invented(plan: Design, *, memory: float, step: float, runs: int, seed: int) -> Floats:
    chance = np.random.default_rng([seed, plan.months, round(memory * 100), round(step * 100)])
    spread = 1 / sqrt(1 - memory**2)
    alone = noise(memory, months=plan.months, runs=runs, chance=chance)
    return np.asarray(alone + step * spread * plan.columns[:, plan.effects[0]])
