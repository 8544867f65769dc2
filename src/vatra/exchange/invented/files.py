"""The file of each child: the worry, the causes, what was tried, what was seen, who is guardian."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from vatra.casework.models import (
    Assessment,
    Cause,
    Concern,
    ConcernChild,
    DomainFinding,
    File,
    FileWorker,
    Support,
)
from vatra.casework.words.assessment import Domain, Standing, SupportKind, SupportResult
from vatra.casework.words.worry import POVERTY_CAUSES, CauseKind, ConcernOutcome
from vatra.exchange.invented import calibration as known
from vatra.exchange.invented.caseload import Caseload
from vatra.exchange.invented.chance import coded
from vatra.exchange.invented.families import Family
from vatra.exchange.invented.life import Course
from vatra.exchange.invented.people import Known
from vatra.exchange.invented.sentences import in_language
from vatra.kernel.copying import array
from vatra.kernel.jurisdiction import the_law_here

_STANDINGS = coded(
    {Standing.WELL: 40, Standing.WATCH: 28, Standing.WORRY: 22, Standing.DANGER: 5, Standing.NOT_KNOWN: 5}
)
_DOMAINS = coded(dict.fromkeys(Domain, 1.0))
_SUPPORTS = coded(dict.fromkeys(SupportKind, 1.0))
_RESULTS = coded(
    {
        SupportResult.HELPED: 30,
        SupportResult.HELPED_PARTLY: 35,
        SupportResult.DID_NOT_HELP: 20,
        SupportResult.REFUSED: 8,
        SupportResult.NOT_AVAILABLE: 7,
    }
)
WORST = (Standing.WORRY.value, Standing.DANGER.value)


class ChildFile(NamedTuple):
    """What the rest of the story needs of a file."""

    number: int
    key: UUID
    reference: str
    child: Known
    worker: int
    course: Course
    causes: tuple[CauseKind, ...]


def receive(
    caseload: Caseload, family: Family, courses: Sequence[Course], references: Sequence[str]
) -> list[ChildFile]:
    """Write down the worry and open a file for every child of the family."""
    causes = _causes(caseload, any(course.stays for course in courses))
    concern = _concern(caseload, family, causes)
    files = [
        _file(caseload, family, child, course, reference, concern, causes)
        for child, course, reference in zip(family.children, courses, references, strict=True)
    ]
    for file in files:
        caseload.rows.add(ConcernChild, concern_id=concern, child_id=file.child.number, file_id=file.number)
    return files


def _causes(caseload: Caseload, is_placed: bool) -> tuple[CauseKind, ...]:  # noqa: FBT001
    causes = caseload.chance.some_of(known.CAUSES, 1 + int(1.9 * caseload.chance.point()))
    if is_placed and set(causes) <= set(POVERTY_CAUSES):
        causes.append(CauseKind.NEGLECT)
    return tuple(causes)


def _concern(caseload: Caseload, family: Family, causes: Sequence[CauseKind]) -> int:
    chance, key, on = caseload.chance, caseload.chance.key(), family.opened_on
    source, urgency = chance.of(known.SOURCES), chance.of(known.URGENCIES)
    number = caseload.rows.add(
        Concern,
        key=key,
        received_on=on,
        received_by_id=family.worker,
        unit_id=caseload.team.unit,
        source=source.value,
        is_anonymous=True,
        urgency=urgency.value,
        worry=chance.one_of(in_language(family.language).worries),
        causes=array(cause.value for cause in causes),
        municipality=caseload.team.municipality.value,
        outcome=ConcernOutcome.FILE_OPENED.value,
        answered_on=on,
    )
    children = [child.number for child in family.children]
    told = {"source": source.value, "urgency": urgency.value, "children": children}
    caseload.act("receive_concern", family.worker, key, (Concern, number), on, told)
    answered = {"outcome": ConcernOutcome.FILE_OPENED.value}
    caseload.act("answer_concern", family.worker, key, (Concern, number), on, answered)
    return number


def _file(
    caseload: Caseload,
    family: Family,
    child: Known,
    course: Course,
    reference: str,
    concern: int,
    causes: tuple[CauseKind, ...],
) -> ChildFile:
    key, on, worker = caseload.chance.key(), course.opened_on, family.worker
    number = caseload.rows.add(
        File,
        key=key,
        reference=reference,
        child_id=child.number,
        unit_id=caseload.team.unit,
        child_sort_key=child.sort_key,
        jurisdiction=the_law_here(),
        opened_on=on,
        closed_on=course.closed_on,
        closing_reason=course.closing_reason and course.closing_reason.value,
    )
    told = {"child": child.number, "unit": caseload.team.unit, "worker": worker, "concern": concern}
    caseload.act("open_file", worker, key, (File, number), on, told)
    file = ChildFile(number, key, reference, child, worker, course, causes)
    _answer_for(caseload, file)
    _name_causes(caseload, file)
    _try_support(caseload, file)
    for made_on in _assessment_days(caseload, course):
        _assess(caseload, file, made_on)
    if course.closed_on is None:
        caseload.open_files.append(key)
    else:
        reason = {"reason": course.closing_reason and course.closing_reason.value}
        caseload.act("close_file", worker, key, (File, number), course.closed_on, reason)
    return file


def _answer_for(caseload: Caseload, file: ChildFile) -> None:
    """The worker who answers for the child, and sometimes another after a while."""
    chance, course = caseload.chance, file.course
    last_day = course.closed_on
    handed_over = course.opened_on + timedelta(days=chance.between(30, 900))
    if chance.happens(known.SHARE_HANDED_OVER) and handed_over < (last_day or caseload.today):
        before, first_day = handed_over - timedelta(days=1), handed_over
        caseload.rows.add(
            FileWorker,
            file_id=file.number,
            worker_id=chance.one_of(caseload.team.workers),
            first_day=course.opened_on,
            last_day=before,
        )
        subject = (File, file.number)
        caseload.act("hand_over", file.worker, file.key, subject, handed_over, {"worker": file.worker})
    else:
        first_day = course.opened_on
    caseload.rows.add(
        FileWorker, file_id=file.number, worker_id=file.worker, first_day=first_day, last_day=last_day
    )


def _name_causes(caseload: Caseload, file: ChildFile) -> None:
    on = file.course.opened_on
    for cause in file.causes:
        number = caseload.rows.add(
            Cause, file_id=file.number, kind=cause.value, first_day=on, last_day=file.course.closed_on
        )
        caseload.act("name_cause", file.worker, file.key, (Cause, number), on, {"kind": cause.value})


def _try_support(caseload: Caseload, file: ChildFile) -> None:
    chance, on = caseload.chance, file.course.opened_on
    for kind in chance.some_of(_SUPPORTS, 1 + chance.happens(0.25)):
        last_day = on + timedelta(days=chance.between(5, 120))
        is_over = last_day <= file.course.active_until(caseload.today)
        result = chance.of(_RESULTS) if is_over else None
        number = caseload.rows.add(
            Support,
            file_id=file.number,
            kind=kind,
            given_by="QPS",
            first_day=on,
            last_day=last_day if is_over else None,
            result=result,
            account=chance.one_of(in_language(file.child.language).helps),
        )
        told = {"kind": kind, "result": result}
        caseload.act("record_support", file.worker, file.key, (Support, number), on, told)


def _assessment_days(caseload: Caseload, course: Course) -> list[date]:
    """Within weeks of the first worry, and then every two years or so."""
    days, until = [], course.active_until(caseload.today)
    day = course.opened_on + timedelta(days=caseload.chance.between(1, 25))
    while day <= until:
        days.append(day)
        day += timedelta(days=caseload.chance.between(500, 900))
    return days


def _assess(caseload: Caseload, file: ChildFile, made_on: date) -> None:
    chance, says = caseload.chance, in_language(file.child.language)
    number = caseload.rows.add(
        Assessment,
        file_id=file.number,
        made_on=made_on,
        made_by_id=file.worker,
        sources=chance.one_of(says.visits),
        child_view=chance.one_of(says.child),
        conclusion=chance.one_of(says.conclusions),
    )
    told: dict[str, object] = {}
    for domain in chance.some_of(_DOMAINS, 3):
        standing = chance.of(_STANDINGS)
        is_bad = standing in WORST
        told[domain] = standing
        caseload.rows.add(
            DomainFinding,
            assessment_id=number,
            domain=domain,
            standing=standing,
            strengths="" if is_bad else chance.one_of(says.strengths),
            worries=chance.one_of(says.doubts) if is_bad else "",
            would_help=chance.one_of(says.helps) if is_bad else "",
        )
    caseload.act("assess", file.worker, file.key, (Assessment, number), made_on, told)
