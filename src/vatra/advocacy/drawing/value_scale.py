"""Figures along the height or the width of a drawing. Lengths are in SVG user units."""

from dataclasses import dataclass
from math import ceil, floor, log10

STEPS = (1, 2, 2.5, 5, 10)
PARTS = 5


@dataclass(frozen=True)
class ValueTick:
    """A round figure."""

    at: float
    value: float


@dataclass(frozen=True)
class ValueScale:
    """`low` stands at `start`, `high` at `end`; both are round."""

    low: float
    high: float
    step: float
    start: int
    end: int

    @classmethod
    def over(cls, values: list[float], *, start: int, end: int) -> "ValueScale":
        """A scale with 0 and all of these on it."""
        low, high = min([0.0, *values]), max([0.0, *values])
        step = _step((high - low) / PARTS or 1.0)
        return cls(floor(low / step) * step, max(ceil(high / step), 1) * step, step, start, end)

    def at(self, value: float) -> float:
        """Where a figure stands."""
        part = (value - self.low) / (self.high - self.low)
        return round(self.start + (self.end - self.start) * part, 1)

    def ticks(self) -> list[ValueTick]:
        """The round figures from the lowest to the highest."""
        number = round((self.high - self.low) / self.step)
        values = (round(self.low + self.step * tick, 6) for tick in range(number + 1))
        return [ValueTick(self.at(value), value) for value in values]


def _step(least: float) -> float:
    power = 10.0 ** floor(log10(least))
    return next(power * step for step in STEPS if power * step >= least * (1 - 1e-9))
