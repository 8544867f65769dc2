"""What would have come without the campaign, if the months before simply went on."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from vatra.advocacy.evaluation.calibrated import LEAST_BEFORE
from vatra.advocacy.evaluation.persistence import Memory
from vatra.advocacy.evaluation.segmented import fitted
from vatra.advocacy.numbers import Floats
from vatra.advocacy.student import quantile

LEAST_TO_DRAW = 3
COVERAGE = 0.95


@dataclass(frozen=True)
class Expected:
    """For one month from the launch on: what the months before let expect, and the band that holds 95 of 100."""

    value: float
    low: float
    high: float


def expected(
    series: Floats, *, launch: int, left_out: Collection[int] = (), may_fall_below_zero: bool = False
) -> list[Expected]:
    """The line through the months before the launch, drawn on; nothing where fewer than three are known.

    The band is the prediction interval of the regression; with fewer than 12 months before, the memory between
    months cannot be seen and is taken to be none, so that the band is rather too narrow than too wide.
    """
    before = [month for month in range(launch) if month not in left_out]
    if len(before) < LEAST_TO_DRAW:
        return []
    columns = _line(range(launch), launch, sorted(set(left_out) & set(range(launch))))
    memory = Memory(columns).of(series[None, :launch]) if len(before) >= LEAST_BEFORE else np.zeros(1)
    found = fitted(columns, series[None, :launch], memory)
    ahead = _line(range(launch, len(series)), launch, [])
    size = ahead.shape[1]
    middle = ahead @ found.coefficients[0, :size]
    uncertain = ((ahead @ found.covariance[0, :size, :size]) * ahead).sum(1)
    spread = found.variance[0] / (1 - memory[0] ** 2)
    wide = quantile(COVERAGE, len(before) - size) * np.sqrt(uncertain + spread)
    least = -np.inf if may_fall_below_zero else 0.0
    return [
        Expected(float(max(m, least)), float(max(m - w, least)), float(max(m + w, least)))
        for m, w in zip(middle, wide, strict=True)
    ]


def _line(months: range, launch: int, left_out: list[int]) -> Floats:
    month = np.array(months, dtype=np.float64)
    columns = [np.ones(len(month)), month - launch]
    return np.column_stack([*columns, *((month == each).astype(np.float64) for each in left_out)])
