"""The legal path of children whose parents are not known: step after step, as far as it has come."""

from collections.abc import Iterator
from datetime import date, timedelta

from vatra.exchange.invented.caseload import Caseload
from vatra.exchange.invented.files import ChildFile
from vatra.kernel.jurisdiction import the_law_here
from vatra.law.models import PathEvent, Waiting
from vatra.law.path.known import path_under
from vatra.law.path.line import Happened, line_of
from vatra.law.path.words import PathCode

# Each step with the fewest and the most days after the one before; nobody has counted these.
_STEPS = (
    (PathCode.PARENTS_UNKNOWN, 0, 0),
    (PathCode.NOTICE_TO_GUARDIANSHIP_BODY, 0, 3),
    (PathCode.TEMPORARY_GUARDIAN, 5, 50),
    (PathCode.TRACING, 5, 60),
    (PathCode.TRACING, 20, 90),
    (PathCode.DECLARED_ADOPTABLE, 180, 500),
    (PathCode.PUT_TO_PANEL, 20, 200),
)


def walk(caseload: Caseload, file: ChildFile, *, first_day: date) -> None:
    """Write down what has happened since, and where the child waits."""
    path = path_under(the_law_here())
    events = [each for each in _steps(caseload, file, first_day) if each.code in path]
    for event in events:
        authority = path[event.code].authority
        number = caseload.rows.add(
            PathEvent,
            file_id=file.number,
            event=event.code,
            happened_on=event.on,
            authority=authority,
            recorded_by_id=file.worker,
        )
        told = {"event": event.code, "authority": authority}
        caseload.act("record_path_event", file.worker, file.key, (PathEvent, number), event.on, told)
    if present := line_of(events, path).present:
        caseload.rows.add(Waiting, file_id=file.number, step=present.code, first_day=present.first_day)


def _steps(caseload: Caseload, file: ChildFile, on: date) -> Iterator[Happened]:
    until = file.course.active_until(caseload.today)
    for code, least, most in _STEPS:
        on += timedelta(days=caseload.chance.between(least, most))
        if on > until:
            return
        yield Happened(code.value, on)
