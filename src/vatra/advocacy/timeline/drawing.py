"""The days of campaigns and their parts, drawn. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vatra.kernel.bars import Bars, bar, scale_over

INDENT = "– "


@dataclass(frozen=True)
class Span:
    """What is drawn as a bar: `depth` is how far below the whole it belongs, `is_frame` that its days are only a frame."""

    name: str
    first_day: date
    last_day: date | None
    is_frame: bool = False
    depth: int = 0

    @property
    def indented(self) -> str:
        """The name with a dash for each step below the whole."""
        return INDENT * self.depth + self.name


@dataclass(frozen=True)
class Drawing(Bars[Span]):
    """The spans as bars; `dots` are single days on which something was done."""

    dots: list[float]


def drawn(spans: Sequence[Span], *, until: date, dots: Iterable[date] = ()) -> Drawing | None:
    """The spans one below the other; what has no last day goes on until today. None without any span."""
    if not spans:
        return None
    days = list(dots)
    first = min([span.first_day for span in spans] + days)
    last = max([span.last_day or max(until, span.first_day) for span in spans] + days)
    scale = scale_over(first, last)
    bars = [
        bar(span, span.first_day, span.last_day or last, row=row, scale=scale)
        for row, span in enumerate(spans)
    ]
    return Drawing(scale, bars, dots=[scale.at(day) for day in days])
