"""The history of placements, drawn: one line per home, and the days between them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vatra.desk.look.stays import StaySeen
from vatra.kernel.bars import LEAST_WIDTH, Bars, bar, scale_over
from vatra.kernel.period import Period, gaps
from vatra.kernel.time_scale import TimeScale


@dataclass(frozen=True)
class Hole:
    """Days between two stays on which the child lived in no home we know."""

    x: float
    width: float


@dataclass(frozen=True)
class Drawing(Bars[StaySeen]):
    """The stays as bars; `today` is where the line of today stands."""

    holes: list[Hole]
    today: float


def drawn(stays: Sequence[StaySeen], *, until: date) -> Drawing | None:
    """The stays from the first to the last day known, at least up to today; None without any."""
    if not stays:
        return None
    first = min(stay.period.first_day for stay in stays)
    last = max([until, *(stay.period.last_day or stay.period.first_day for stay in stays)])
    scale = scale_over(first, last)
    in_order = sorted(stays, key=lambda stay: stay.period.first_day)
    bars = [
        bar(stay, stay.period.first_day, stay.period.last_day or last, row=row, scale=scale)
        for row, stay in enumerate(in_order)
    ]
    holes = list(_holes(in_order, Period(first, last), scale))
    return Drawing(scale, bars, holes=holes, today=scale.at(until))


def _holes(stays: Iterable[StaySeen], within: Period, scale: TimeScale) -> Iterator[Hole]:
    known = [stay.period for stay in stays]
    for gap in gaps(known, within):
        start, end = scale.at(gap.first_day), scale.at(gap.last_day or within.end)
        yield Hole(start, max(LEAST_WIDTH, round(end - start, 1)))
