"""The line of a legal path: which steps the child went through, and for how many days. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from vatra.law.packs.tables import Event


@dataclass(frozen=True)
class Happened:
    """An event of the path: its code and its day."""

    code: str
    on: date


@dataclass(frozen=True)
class Step:
    """The days a child waited after an event until the next one; `last_day` is none while the child still waits.

    The same event again and again is one step. The step ends on the day on which the next one starts, and is as
    many days long as lie between: a step that took no night has none.
    """

    code: str
    first_day: date
    last_day: date | None = None
    times: int = 1

    def days(self, until: date) -> int:
        """How many days it took, or has taken by a day."""
        return ((self.last_day or until) - self.first_day).days


@dataclass(frozen=True)
class Line:
    """The steps in their order, and beside them what happened without moving the child on."""

    steps: Sequence[Step] = ()
    beside: Sequence[Happened] = field(default=())

    @property
    def present(self) -> Step | None:
        """The step at which the child waits; none before the first event and after the end of the path."""
        return self.steps[-1] if self.steps and self.steps[-1].last_day is None else None

    def days(self, until: date) -> int:
        """How many days lie between the first event and the end of the path, or a day."""
        return ((self.steps[-1].last_day or until) - self.steps[0].first_day).days if self.steps else 0


Path = Mapping[str, Event]
"""The events a pack knows, by their codes."""


def in_order(events: Iterable[Happened], path: Path) -> list[Happened]:
    """The events by their days, those of one day as they usually follow each other."""
    return sorted(events, key=lambda each: (each.on, path[each.code].order))


def line_of(events: Iterable[Happened], path: Path) -> Line:
    """What happened, as a line; an event that usually lies further back moves nobody back unless it may return."""
    steps: list[Step] = []
    beside: list[Happened] = []
    for event in in_order(events, path):
        if not steps:
            steps.append(Step(event.code, event.on))
        elif event.code == steps[-1].code:
            steps[-1] = replace(steps[-1], times=steps[-1].times + 1)
        elif _moves(path[event.code], path[steps[-1].code]):
            steps[-1] = replace(steps[-1], last_day=event.on)
            steps.append(Step(event.code, event.on))
        else:
            beside.append(event)
    if steps and not path[steps[-1].code].leads_to:
        steps[-1] = replace(steps[-1], last_day=steps[-1].first_day)
    return Line(steps, beside)


def _moves(event: Event, present: Event) -> bool:
    return event.order > present.order or event.may_return


@dataclass(frozen=True)
class Next:
    """What usually comes next, and until when where that is said."""

    event: Event
    due_on: date | None


def next_steps(line: Line, events: Iterable[Happened], path: Path) -> list[Next]:
    """What usually follows the present step and has not happened yet."""
    known = {each.code for each in events}
    after = line.present
    codes = dict.fromkeys(_leading_on(after.code, known, path, seen=set())) if after else {}
    latest = {each.code: each.on for each in in_order(events, path)}
    return [Next(path[code], _due_on(path[code], latest)) for code in codes]


def _leading_on(code: str, known: set[str], path: Path, seen: set[str]) -> Iterator[str]:
    """What a step leads to; what has happened already leads on to what follows it."""
    for following in path[code].leads_to:
        if following in seen or following not in path:
            continue
        seen.add(following)
        if following not in known or path[following].may_return:
            yield following
        else:
            yield from _leading_on(following, known, path, seen)


def _due_on(event: Event, latest: Mapping[str, date]) -> date | None:
    since = latest.get(event.counts_from or "")
    return since + timedelta(days=event.within_days) if since and event.within_days else None
