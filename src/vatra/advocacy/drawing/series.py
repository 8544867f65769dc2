"""A series before and after a launch, with what the months before let expect. Lengths are in SVG user units."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from vatra.advocacy.drawing.value_scale import ValueScale, ValueTick
from vatra.kernel.time_scale import Tick, TimeScale

WIDTH, HEIGHT = 640, 280
LEFT, RIGHT, TOP, BOTTOM = 52, 12, 16, 30


@dataclass(frozen=True)
class Mark:
    """The figure of a month: a dot before the launch, a square from it on."""

    x: float
    y: float
    is_after: bool

    @property
    def left(self) -> float:
        """The left side of a square."""
        return self.x - 3.5

    @property
    def upper(self) -> float:
        """The upper side of a square."""
        return self.y - 3.5


@dataclass(frozen=True)
class Chart:
    """A chart ready for its template; paths are given as SVG writes them, empty where there is nothing to draw."""

    width: int
    height: int
    marks: list[Mark]
    line: str
    launch: float | None
    expected: str
    band: str
    years: list[Tick]
    values: list[ValueTick]
    left: int
    right: int
    bottom: int


def drawn(
    points: Sequence[Sequence[Any]],
    *,
    launch_on: date | None = None,
    expected: Sequence[tuple[date, float, float, float]] = (),
) -> Chart | None:
    """The months with their figures, and for months from the launch on what was expected and its band."""
    if not points:
        return None
    days = [point[0] for point in points] + [each[0] for each in expected]
    across = TimeScale(min(days), max(days), LEFT + 8, WIDTH - LEFT - RIGHT - 16)
    heights = [float(point[1]) for point in points] + [value for each in expected for value in each[1:]]
    up = ValueScale.over(heights, start=HEIGHT - BOTTOM, end=TOP)
    marks = [
        Mark(across.at(point[0]), up.at(point[1]), launch_on is not None and point[0] >= launch_on)
        for point in points
    ]
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        marks=marks,
        line=_path([(mark.x, mark.y) for mark in marks]),
        launch=across.at(launch_on) if launch_on and min(days) <= launch_on <= max(days) else None,
        expected=_path([(across.at(each[0]), up.at(each[1])) for each in expected]),
        band=_band([(across.at(each[0]), up.at(each[2]), up.at(each[3])) for each in expected]),
        years=across.ticks(),
        values=up.ticks(),
        left=LEFT,
        right=WIDTH - RIGHT,
        bottom=HEIGHT - BOTTOM,
    )


def _path(places: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in places) if places else ""


def _band(places: Sequence[tuple[float, float, float]]) -> str:
    """There along the lower side, back along the upper one."""
    if not places:
        return ""
    around = [(x, low) for x, low, _high in places] + [(x, high) for x, _low, high in reversed(places)]
    return f"{_path(around)}Z"
