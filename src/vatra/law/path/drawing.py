"""The line of a legal path, drawn: one bar per step."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vatra.kernel.bars import Bars, bar, scale_over
from vatra.law.names import name_of
from vatra.law.path.line import Line, Path, Step


@dataclass(frozen=True)
class StepDrawn:
    """What stands above a bar, and whether the child is at this step today."""

    name: str
    days: int
    is_present: bool


@dataclass(frozen=True)
class Drawing(Bars[StepDrawn]):
    """The steps as bars; `beside` are the days on which something else happened."""

    beside: list[float]
    today: float


def drawn(line: Line, path: Path, *, until: date, put_off: Iterable[date] = ()) -> Drawing | None:
    """The steps from the first to today, and the days on which a hearing was put off; None without any step."""
    if not line.steps:
        return None
    first = line.steps[0].first_day
    last = max(until, *(step.last_day or step.first_day for step in line.steps), *(e.on for e in line.beside))
    scale = scale_over(first, last)
    bars = [
        bar(_step(step, path, until), step.first_day, step.last_day or until, row=row, scale=scale)
        for row, step in enumerate(line.steps)
    ]
    beside = [*(each.on for each in line.beside), *(on for on in put_off if on >= first)]
    return Drawing(scale, bars, beside=[scale.at(on) for on in beside], today=scale.at(until))


def _step(step: Step, path: Path, until: date) -> StepDrawn:
    return StepDrawn(name_of(path[step.code]), step.days(until), is_present=step.last_day is None)
