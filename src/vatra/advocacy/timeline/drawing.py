"""Spans of days, drawn: one bar each, time from left to right. Lengths are in SVG user units. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vatra.kernel.time_scale import Tick, TimeScale

WIDTH = 620
LEFT = 8
ROW = 44
HEAD = 24
LEAST_WIDTH = 4
INDENT = "– "


@dataclass(frozen=True)
class Span:
    """What is drawn as a bar: `depth` is how far below the whole it belongs, `is_frame` that its days are only a frame."""

    name: str
    first_day: date
    last_day: date | None
    is_frame: bool = False
    depth: int = 0


@dataclass(frozen=True)
class Bar:
    """One span, from `x` on, `width` long; its words stand above it at `words_y`."""

    x: float
    y: int
    width: float
    words_x: float
    words_y: int
    anchor: str
    name: str
    is_frame: bool


@dataclass(frozen=True)
class Drawing:
    """A drawing ready for its template; `dots` are single days on which something was done."""

    width: int
    height: int
    bars: list[Bar]
    ticks: list[Tick]
    dots: list[float]


def drawn(spans: Sequence[Span], *, until: date, dots: Iterable[date] = ()) -> Drawing | None:
    """The spans one below the other; what has no last day goes on until today. None without any span."""
    if not spans:
        return None
    days = list(dots)
    first = min([span.first_day for span in spans] + days)
    last = max([span.last_day or max(until, span.first_day) for span in spans] + days)
    scale = TimeScale(first, last, LEFT, WIDTH)
    return Drawing(
        width=WIDTH + 2 * LEFT,
        height=HEAD + ROW * len(spans) + HEAD,
        bars=[_bar(span, row, scale) for row, span in enumerate(spans)],
        ticks=scale.ticks(),
        dots=[scale.at(day) for day in days],
    )


def _bar(span: Span, row: int, scale: TimeScale) -> Bar:
    start, end = scale.at(span.first_day), scale.at(span.last_day or scale.last)
    is_late = start > WIDTH / 2
    top = HEAD + ROW * row
    return Bar(
        x=start,
        y=top + 22,
        width=max(LEAST_WIDTH, round(end - start, 1)),
        words_x=max(end, start + LEAST_WIDTH) if is_late else start,
        words_y=top + 16,
        anchor="end" if is_late else "start",
        name=INDENT * span.depth + span.name,
        is_frame=span.is_frame,
    )
