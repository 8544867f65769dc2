"""Signatures by day, drawn: one bar for each of the last days. Lengths are in SVG user units."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = 42
BAR, GAP = 12, 2
HEIGHT = 96
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Bar:
    """One day."""

    day: date
    number: int
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Chart:
    """The bars of the last six weeks, the highest of them as high as the drawing."""

    bars: Sequence[Bar]
    most: int

    @property
    def width(self) -> int:
        return DAYS * (BAR + GAP)


def chart(by_day: Mapping[date, int], *, until: date) -> Chart:
    """The drawing of these counts up to a day."""
    days = [until - A_DAY * back for back in reversed(range(DAYS))]
    most = max((by_day.get(day, 0) for day in days), default=0)
    bars = [_bar(day, by_day.get(day, 0), place, most) for place, day in enumerate(days)]
    return Chart(bars, most)


def _bar(day: date, number: int, place: int, most: int) -> Bar:
    """A day with a single signature is still seen."""
    height = max(2, number * HEIGHT // most) if number else 0
    return Bar(day, number, place * (BAR + GAP), HEIGHT - height, height)
