"""Difference in differences over places: did the places with the campaign change more than those without?

With few places the tables of t mislead (Bertrand, Duflo & Mullainathan 2004), so nothing is read from a table: if the
campaign did nothing, each choice of as many places would have shown its difference by the same right (Fisher's
randomisation test; Conley & Taber 2011 for few treated places). p is the share of choices that differ at least as much.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np

from vatra.advocacy.numbers import Floats, Truths

MOST_EXACT = 50_000
DRAWN = 20_000
LEVEL = 0.05
# Two choices that differ by rounding alone differ equally.
ROUNDING = 1e-9
HALVINGS = 40
WIDENINGS = 40


@dataclass(frozen=True)
class Compared:
    """The difference of the changes; p and the interval only where so many places can show 5 % at all."""

    difference: float
    p: float | None
    low: float | None
    high: float | None
    choices: int
    is_exact: bool

    @property
    def smallest_p(self) -> float:
        """The smallest p that so many places can show."""
        return 1 / self.choices


def compared(with_it: Sequence[float], without: Sequence[float], *, seed: int) -> Compared:
    """The changes of the places with the campaign against those of the places without it."""
    changes = np.array([*with_it, *without], dtype=np.float64)
    treated = np.arange(len(changes)) < len(with_it)
    possible = comb(len(changes), len(with_it))
    is_exact = possible <= MOST_EXACT
    chosen = _all(treated) if is_exact else _some(treated, seed)
    differences = _differences(chosen, changes)
    found = float(differences[0])
    if 1 / possible > LEVEL:
        return Compared(found, None, None, None, possible, is_exact)
    shifts = _differences(chosen, treated.astype(np.float64))
    wide = float(np.ptp(changes)) or 1.0
    low = _end(differences, shifts, found, -wide)
    high = _end(differences, shifts, found, wide)
    return Compared(found, _p(differences), low, high, possible, is_exact)


def _all(treated: Truths) -> Truths:
    """Every choice of as many places, the real one first."""
    places, number = len(treated), int(treated.sum())
    rows = np.zeros((comb(places, number), places), dtype=np.bool_)
    for row, chosen in enumerate(combinations(range(places), number)):
        rows[row, list(chosen)] = True
    return rows


def _some(treated: Truths, seed: int) -> Truths:
    """The real choice and so many drawn by chance."""
    chance = np.random.default_rng(seed)
    drawn = chance.permuted(np.tile(treated, (DRAWN - 1, 1)), axis=1)
    return np.vstack([treated, drawn])


def _differences(chosen: Truths, values: Floats) -> Floats:
    number = int(chosen[0].sum())
    inside = chosen @ values
    return np.asarray(inside / number - (values.sum() - inside) / (len(values) - number))


def _p(differences: Floats) -> float:
    size = np.abs(differences)
    return float((size >= size[0] - ROUNDING * max(1.0, size[0])).mean())


def _end(differences: Floats, shifts: Floats, found: float, wide: float) -> float:
    """How far an effect may lie on this side and not be ruled out: the test, turned round."""
    inside, outside = found, found + wide
    for outside in _further(found, wide):
        if _p(differences - outside * shifts) <= LEVEL:
            break
    for _step in range(HALVINGS):
        middle = (inside + outside) / 2
        is_possible = _p(differences - middle * shifts) > LEVEL
        inside, outside = (middle, outside) if is_possible else (inside, middle)
    return inside


def _further(found: float, wide: float) -> Iterator[float]:
    for step in range(WIDENINGS):
        yield found + wide * 2**step
