"""The line of a legal path, drawn: one bar per step, time from left to right. Lengths are in SVG user units."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vatra.kernel.time_scale import Tick, TimeScale
from vatra.law.names import name_of
from vatra.law.path.line import Line, Path, Step

WIDTH = 620
LEFT = 8
ROW = 44
HEAD = 24
LEAST_WIDTH = 4


@dataclass(frozen=True)
class Bar:
    """One step, from `x` on, `width` long; its words stand above it at `words_y`."""

    x: float
    y: int
    width: float
    words_x: float
    words_y: int
    anchor: str
    name: str
    days: int
    is_present: bool


@dataclass(frozen=True)
class Drawing:
    """A drawing ready for its template; `beside` are the days on which something else happened."""

    width: int
    height: int
    bars: list[Bar]
    ticks: list[Tick]
    beside: list[float]
    today: float


def drawn(line: Line, path: Path, *, until: date, put_off: Iterable[date] = ()) -> Drawing | None:
    """The steps from the first to today, and the days on which a hearing was put off; None without any step."""
    if not line.steps:
        return None
    first = line.steps[0].first_day
    last = max(until, *(step.last_day or step.first_day for step in line.steps), *(e.on for e in line.beside))
    scale = TimeScale(first, last, LEFT, WIDTH)
    return Drawing(
        width=WIDTH + 2 * LEFT,
        height=HEAD + ROW * len(line.steps) + HEAD,
        bars=[_bar(step, name_of(path[step.code]), row, scale, until) for row, step in enumerate(line.steps)],
        ticks=scale.ticks(),
        beside=[
            *(scale.at(each.on) for each in line.beside),
            *(scale.at(on) for on in put_off if on >= first),
        ],
        today=scale.at(until),
    )


def _bar(step: Step, name: str, row: int, scale: TimeScale, until: date) -> Bar:
    start, end = scale.at(step.first_day), scale.at(step.last_day or until)
    is_late = start > WIDTH / 2
    top = HEAD + ROW * row
    return Bar(
        x=start,
        y=top + 22,
        width=max(LEAST_WIDTH, round(end - start, 1)),
        words_x=max(end, start + LEAST_WIDTH) if is_late else start,
        words_y=top + 16,
        anchor="end" if is_late else "start",
        name=name,
        days=step.days(until),
        is_present=step.last_day is None,
    )
