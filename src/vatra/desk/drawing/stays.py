"""The history of placements, drawn: one line per home, time from left to right. Lengths are in SVG user units."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vatra.desk.look.stays import StaySeen
from vatra.kernel.period import Period, gaps
from vatra.kernel.time_scale import Tick, TimeScale

WIDTH = 620
LEFT = 8
LINE = 44
HEAD = 24
LEAST_WIDTH = 4


@dataclass(frozen=True)
class Bar:
    """One stay, from `x` on, `width` long; its words stand above it at `words_y`."""

    x: float
    y: float
    width: float
    words_y: float
    anchor: str
    words_x: float
    stay: StaySeen
    is_open: bool


@dataclass(frozen=True)
class Hole:
    """Days between two stays on which the child lived in no home we know."""

    x: float
    width: float


@dataclass(frozen=True)
class Drawing:
    """A drawing ready for its template; `today` is where the line of today stands."""

    width: int
    height: int
    bars: list[Bar]
    ticks: list[Tick]
    holes: list[Hole]
    today: float


def drawn(stays: Sequence[StaySeen], *, until: date) -> Drawing | None:
    """The stays from the first to the last day known, at least up to today; None without any."""
    if not stays:
        return None
    first = min(stay.period.first_day for stay in stays)
    last = max([until, *(stay.period.last_day or stay.period.first_day for stay in stays)])
    scale = TimeScale(first, last, LEFT, WIDTH)
    in_order = sorted(stays, key=lambda stay: stay.period.first_day)
    return Drawing(
        width=WIDTH + 2 * LEFT,
        height=HEAD + LINE * len(in_order) + HEAD,
        bars=[_bar(stay, line, scale) for line, stay in enumerate(in_order)],
        ticks=scale.ticks(),
        holes=list(_holes(in_order, Period(first, last), scale)),
        today=scale.at(until),
    )


def _bar(stay: StaySeen, line: int, scale: TimeScale) -> Bar:
    start, end = scale.at(stay.period.first_day), scale.at(stay.period.last_day or scale.last)
    is_late = start > WIDTH / 2
    top = HEAD + LINE * line
    return Bar(
        x=start,
        y=top + 22,
        width=max(LEAST_WIDTH, round(end - start, 1)),
        words_y=top + 16,
        anchor="end" if is_late else "start",
        words_x=max(end, start + LEAST_WIDTH) if is_late else start,
        stay=stay,
        is_open=stay.period.last_day is None,
    )


def _holes(stays: Iterable[StaySeen], within: Period, scale: TimeScale) -> Iterator[Hole]:
    known = [stay.period for stay in stays]
    for gap in gaps(known, within):
        start, end = scale.at(gap.first_day), scale.at(gap.last_day or within.end)
        yield Hole(start, max(LEAST_WIDTH, round(end - start, 1)))
