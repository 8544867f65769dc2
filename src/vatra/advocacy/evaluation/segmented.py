"""Segmented regression: a line before, and at the launch a step, with or without another slope from then on.

y_t = β₀ + β₁ t + β₂ [t ≥ launch] + β₃ (t − launch)[t ≥ launch] + season + u_t (Wagner et al. 2002, Bernal et al. 2017),
with u_t = ρ u_{t−1} + ε_t, by generalised least squares.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from vatra.advocacy.numbers import Floats

MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True)
class Shape:
    """What a plan lets change at the launch, and whether the months of a year differ."""

    slope: bool = False
    season: bool = False


@dataclass(frozen=True)
class Design:
    """The columns of a regression by month; `effects` are the columns that say what the launch changed."""

    columns: Floats
    effects: tuple[int, ...]

    @property
    def months(self) -> int:
        """How many months there are, left out or not."""
        return len(self.columns)


def design(shape: Shape, *, months: int, launch: int, left_out: Collection[int] = ()) -> Design:
    """The design of so many months in a row, the campaign beginning in month number `launch`, counted from 0.

    A month that is left out has a column of its own, which takes it out of every estimate and keeps the distance
    between its neighbours.
    """
    month = np.arange(months, dtype=np.float64)
    after = (month >= launch).astype(np.float64)
    columns = [np.ones(months), (month - launch) / MONTHS_OF_A_YEAR]
    if shape.season:
        turn = 2 * np.pi * month / MONTHS_OF_A_YEAR
        columns += [np.cos(turn), np.sin(turn)]
    effects = [len(columns)]
    columns.append(after)
    if shape.slope:
        effects.append(len(columns))
        columns.append(after * (month - launch) / MONTHS_OF_A_YEAR)
    columns += [(month == each).astype(np.float64) for each in sorted(left_out)]
    return Design(np.column_stack(columns), tuple(effects))


@dataclass(frozen=True)
class Fitted:
    """Generalised least squares for many series at once: coefficients, their covariance, and ε's variance."""

    coefficients: Floats
    covariance: Floats
    variance: Floats

    def wald(self, effects: tuple[int, ...]) -> Floats:
        """F = β'V⁻¹β / q for the effects together: for a single one the square of its t."""
        chosen = list(effects)
        found = self.coefficients[:, chosen]
        spread = self.covariance[:, chosen][:, :, chosen]
        inside = np.linalg.solve(spread, found[:, :, None])[:, :, 0]
        return np.asarray((found * inside).sum(1) / len(chosen))


def fitted(columns: Floats, series: Floats, memory: Floats) -> Fitted:
    """The regression of every row of `series`, each with its own ρ.

    Ω⁻¹ of AR(1) is tridiagonal: 1 at both ends and 1 + ρ² between them, −ρ beside; so X'Ω⁻¹X = A₀ + ρ²A₁ − ρA₂.
    """
    rho = memory[:, None, None]
    whole, inner, pairs = _parts(columns, columns)
    info = whole + rho**2 * inner - rho * pairs
    whole, inner, pairs = _parts(columns, series.T)
    right = whole.T + memory[:, None] ** 2 * inner.T - memory[:, None] * pairs.T
    inverse = np.linalg.inv(info)
    found = (inverse @ right[:, :, None])[:, :, 0]
    freedom = len(columns) - columns.shape[1]
    left = (_squares(series, memory) - (found * right).sum(1)) / freedom
    return Fitted(found, inverse * left[:, None, None], left)


def _parts(one: Floats, other: Floats) -> tuple[Floats, Floats, Floats]:
    """All months, the months between the first and the last, and neighbours with each other."""
    return one.T @ other, one[1:-1].T @ other[1:-1], one[1:].T @ other[:-1] + one[:-1].T @ other[1:]


def _squares(series: Floats, memory: Floats) -> Floats:
    inner = (series[:, 1:-1] ** 2).sum(1)
    pairs = (series[:, 1:] * series[:, :-1]).sum(1)
    return np.asarray((series**2).sum(1) + memory**2 * inner - 2 * memory * pairs)
