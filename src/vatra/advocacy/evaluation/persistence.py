"""How much a month takes after the month before: noise with memory, AR(1), and its memory ρ without the usual bias."""

from functools import lru_cache

import numpy as np

from vatra.advocacy.numbers import Floats

# Between these, no memory is told from the data of some dozen months.
LEAST, MOST = -0.6, 0.95
GRID = np.linspace(LEAST, MOST, 63)


def noise(memory: float, *, months: int, runs: int, chance: np.random.Generator) -> Floats:
    """`runs` rows of stationary noise u_t = ρ u_{t-1} + ε_t, where ε has variance 1."""
    made = np.ascontiguousarray(chance.standard_normal((runs, months)).T)
    made[0] /= np.sqrt(1 - memory**2)
    for month in range(1, months):
        made[month] += memory * made[month - 1]
    return made.T


class Memory:
    """Estimates ρ from what a regression on `design` leaves over.

    The first autocorrelation of residuals is too small, the more so the more was fitted (Cheang & Reinsel 2000). Its
    expected value at each ρ is tr(MJMΣ)/tr(MΣ), where M takes residuals, J pairs neighbours and Σ_ij = ρ^|i-j|; the
    estimate is the ρ at which that is what was seen.
    """

    def __init__(self, design: Floats) -> None:
        self.columns, self.solves = design, np.linalg.pinv(design)
        months = len(design)
        takes = np.eye(months) - design @ self.solves
        pairs = takes @ (np.eye(months, k=1) + np.eye(months, k=-1)) @ takes / 2
        powers = [_powers(months, memory) for memory in GRID]
        self.expected = np.array([(pairs * each).sum() / (takes * each).sum() for each in powers])

    def of(self, series: Floats) -> Floats:
        """ρ for every row."""
        left = series - (series @ self.solves.T) @ self.columns.T
        seen = (left[:, 1:] * left[:, :-1]).sum(1) / (left * left).sum(1)
        return np.asarray(np.interp(seen, self.expected, GRID))


@lru_cache(maxsize=256)
def _powers(months: int, memory: float) -> Floats:
    apart = np.abs(np.subtract.outer(np.arange(months), np.arange(months)))
    return np.asarray(np.power(memory, apart), dtype=np.float64)
