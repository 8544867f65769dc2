"""How people were chosen: strata, sampling points within them, and how many people each answer stands for."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from vatra.advocacy.numbers import Floats, Truths, Whole


@dataclass(frozen=True)
class Sample:
    """One row per person who answered; `strata` and `points` number from 0, and no point lies in two strata.

    `drawn` is for each stratum the share of all its sampling points that were drawn; 0 where it is not known, which
    makes intervals rather too wide than too narrow.
    """

    strata: Whole
    points: Whole
    weights: Floats
    drawn: Floats = field(default_factory=lambda: np.zeros(0))

    @classmethod
    def of(
        cls,
        strata: Sequence[object],
        points: Sequence[object],
        weights: Sequence[float],
        *,
        drawn: Sequence[float] = (),
    ) -> "Sample":
        """A sample whose strata and points go by any name; a point's name counts within its stratum."""
        numbered = _numbered(strata)
        return cls(
            numbered,
            _numbered(list(zip(numbered.tolist(), points, strict=True))),
            np.array(weights, dtype=np.float64),
            np.array(drawn, dtype=np.float64),
        )

    @property
    def size(self) -> int:
        """How many people answered."""
        return len(self.weights)

    @property
    def freedom(self) -> int:
        """Degrees of freedom of a variance between points: points less strata (Korn & Graubard 1999, §5.2)."""
        return int(self.points.max(initial=-1) - self.strata.max(initial=-1))

    def variance(self, scores: Floats) -> float:
        """The variance of a sum of `scores`, one per person, by Taylor linearisation.

        V = Σ_h (1 − f_h) n_h/(n_h − 1) Σ_c (z_hc − z̄_h)², with z_hc the sum over a point (Binder 1983; Wolter 2007,
        §6.2). A stratum with a single point is compared with the mean of all points, which errs on the safe side.
        """
        sums = np.bincount(self.points, scores)
        stratum_of = np.zeros(len(sums), dtype=np.int64)
        stratum_of[self.points] = self.strata
        number = np.bincount(stratum_of)
        means = np.bincount(stratum_of, sums) / number
        centre = np.where(number > 1, means, sums.mean())[stratum_of]
        within = np.bincount(stratum_of, (sums - centre) ** 2)
        left = 1 - self.drawn if len(self.drawn) else np.ones(len(number))
        return float((left * number / np.maximum(number - 1, 1) * within).sum())

    def points_in(self, chosen: Truths) -> int:
        """In how many sampling points these people live."""
        return len(np.unique(self.points[chosen]))


def _numbered(names: Sequence[object]) -> Whole:
    known: dict[object, int] = {}
    return np.array([known.setdefault(name, len(known)) for name in names], dtype=np.int64)
