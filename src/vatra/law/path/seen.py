"""The legal path of one child as its page shows it: one query for all that was written about it, one for hearings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vatra.casework.models import File
from vatra.law.citations import cited
from vatra.law.models import PathEvent, ProceedingStep
from vatra.law.names import Names, name_of, names_of
from vatra.law.path.drawing import Drawing, drawn
from vatra.law.path.known import called, happened, path_under
from vatra.law.path.line import Happened, Line, Path, line_of, next_steps
from vatra.law.path.rules import missing_at_gate
from vatra.law.path.words import GATE, PathCode
from vatra.law.proceedings.put_off import hearings_put_off

# From these on there is somebody who could consent.
_A_PARENT_IS_THERE = {PathCode.PARENTS_KNOWN, PathCode.PARENT_CONTACTED, *GATE, PathCode.CONSENT_GIVEN}


@dataclass(frozen=True)
class StepSeen:
    """One step: what it is called, its days, and how often its event happened."""

    name: str
    first_day: date
    last_day: date | None
    days: int
    times: int


@dataclass(frozen=True)
class NextSeen:
    """What usually comes next, who answers for it, and until when it should be where that is said."""

    code: str
    name: str
    authority: str
    cited: str
    due_on: date | None
    is_late: bool
    is_verified: bool


@dataclass(frozen=True)
class AtGate:
    """One step before consent: whether it is in the file, and whether it is the one to do now (R-20)."""

    code: str
    name: str
    on: date | None
    is_missing: bool


@dataclass(frozen=True)
class Written:
    """One event as it was written down, in words."""

    event: PathEvent
    name: str
    authority: str
    is_replaced: bool


@dataclass(frozen=True)
class LegalPath:
    """Where the child stands on its legal path, and how it came there."""

    is_known: bool
    present: StepSeen | None
    has_ended: bool
    days: int
    drawing: Drawing | None
    steps: list[StepSeen]
    following: list[NextSeen]
    gate: list[AtGate]
    written: list[Written]
    put_off: Sequence[ProceedingStep]


def legal_path(file: File, *, on: date) -> LegalPath:
    """The legal path of a child on a day."""
    path, names = path_under(file.jurisdiction), names_of(file.jurisdiction)
    everything = list(file.path.select_related("recorded_by", "corrected_by").order_by("-happened_on", "-pk"))
    standing = [each for each in everything if _stands(each)]
    events = happened(standing, path)
    line = line_of(events, path)
    put_off = hearings_put_off(file)
    steps = [_step(line, number, path, on) for number in range(len(line.steps))]
    return LegalPath(
        is_known=bool(path),
        present=steps[-1] if line.present else None,
        has_ended=bool(steps) and line.present is None,
        days=line.days(on),
        drawing=drawn(line, path, until=on, put_off=[each.done_on for each in put_off if each.done_on]),
        steps=steps,
        following=list(_following(line, events, path, names, on)),
        gate=list(_gate(events, path, on)),
        written=[_written(each, file.jurisdiction, names) for each in everything],
        put_off=put_off,
    )


def _stands(event: PathEvent) -> bool:
    return not event.did_not_happen and not hasattr(event, "corrected_by")


def _step(line: Line, number: int, path: Path, on: date) -> StepSeen:
    step = line.steps[number]
    return StepSeen(name_of(path[step.code]), step.first_day, step.last_day, step.days(on), step.times)


def _following(
    line: Line, events: Sequence[Happened], path: Path, names: Names, on: date
) -> Iterator[NextSeen]:
    for each in next_steps(line, events, path):
        yield NextSeen(
            code=each.event.code,
            name=name_of(each.event),
            authority=names.authority(each.event.authority).name,
            cited=cited(each.event.source) if each.due_on else "",
            due_on=each.due_on,
            is_late=each.due_on is not None and each.due_on < on,
            is_verified=each.event.verified,
        )


def _gate(events: Sequence[Happened], path: Path, on: date) -> Iterator[AtGate]:
    """The steps before consent, where there is a parent who could consent and this law knows them."""
    if not _A_PARENT_IS_THERE & {each.code for each in events}:
        return
    missing = missing_at_gate(events, on)
    reached = GATE.index(missing) if missing else len(GATE)
    for number, code in enumerate(code for code in GATE if code in path):
        days = [each.on for each in events if each.code == code]
        yield AtGate(
            code, name_of(path[code]), min(days) if days and number < reached else None, code == missing
        )


def _written(event: PathEvent, jurisdiction: str, names: Names) -> Written:
    return Written(
        event,
        called(jurisdiction, event.event),
        names.authority(event.authority).name,
        hasattr(event, "corrected_by"),
    )
