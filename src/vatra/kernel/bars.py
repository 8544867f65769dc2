"""Stretches of days, drawn: a bar each, one below the other, time from left to right. Lengths are in SVG user units."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from vatra.kernel.time_scale import Tick, TimeScale

WIDTH = 620
LEFT = 8
ROW = 44
HEAD = 24
LEAST_WIDTH = 4

T = TypeVar("T")


@dataclass(frozen=True)
class Bar(Generic[T]):
    """One stretch of days, from `x` on, `width` long; the words about what lasted so long stand above it."""

    of: T
    x: float
    y: int
    width: float
    words_x: float
    words_y: int
    anchor: str


@dataclass(frozen=True)
class Bars(Generic[T]):
    """Bars on one scale, ready for a template."""

    scale: TimeScale
    bars: list[Bar[T]]

    @property
    def width(self) -> int:
        """The scale with its margins."""
        return WIDTH + 2 * LEFT

    @property
    def height(self) -> int:
        """The bars, with room for the years below them."""
        return HEAD + ROW * len(self.bars) + HEAD

    @property
    def ticks(self) -> list[Tick]:
        """The first days of the years."""
        return self.scale.ticks()


def scale_over(first: date, last: date) -> TimeScale:
    """The whole width, from the first of all days to the last."""
    return TimeScale(first, last, LEFT, WIDTH)


def bar(of: T, first: date, last: date, *, row: int, scale: TimeScale) -> Bar[T]:
    """A stretch of days in a row; however short it is seen, and words that begin late end where it ends."""
    start, end = scale.at(first), scale.at(last)
    is_late = start > WIDTH / 2
    top = HEAD + ROW * row
    return Bar(
        of=of,
        x=start,
        y=top + 22,
        width=max(LEAST_WIDTH, round(end - start, 1)),
        words_x=max(end, start + LEAST_WIDTH) if is_late else start,
        words_y=top + 16,
        anchor="end" if is_late else "start",
    )
