"""One page of the late list, the oldest first, in the order of day and number of the duty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from django.db.models import OuterRef, Q, Subquery

from vatra.casework.models import File, FileWorker
from vatra.casework.models.file import Files
from vatra.desk.day.mine import as_due
from vatra.desk.due import Due, rules_behind
from vatra.desk.late.asked import Asked, Standing
from vatra.desk.late.listed import Listed, files_answered_for
from vatra.desk.late.walk import duties_of
from vatra.kernel.duty import Duty
from vatra.kernel.duty.models.duty import DutyQuerySet
from vatra.kernel.keyset import After

PAGE = 30


class Row(Protocol):
    """A line of a list of duties, whatever the duty is about."""

    @property
    def due(self) -> Due: ...


R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class LateRow:
    """A duty, the file it is for, who answers for the child, and whether it was passed on."""

    file: File
    due: Due
    worker: str
    passed_on_to: str


@dataclass(frozen=True)
class LatePage(Generic[R]):
    """The rows of one page; `next_after` is the duty after which the list goes on."""

    rows: Sequence[R]
    next_after: After | None

    @property
    def rules(self) -> list[Due]:
        """One duty for each rule that something here rests on."""
        return rules_behind(row.due for row in self.rows)


def late_page(listed: Listed, asked: Asked, *, on: date, after: After | None = None) -> LatePage[LateRow]:
    """What is late among the listed files. Three queries for any number of children."""
    duties = _standing(asked.standing, on=on)
    if asked.rule:
        duties = duties.filter(rule=asked.rule)
    late = duties_of(duties, _files(listed, asked.worker, on=on), units=listed.unit_ids)
    return page_of(late, on=on, after=after)


def page_of(duties: DutyQuerySet, *, on: date, after: After | None = None) -> LatePage[LateRow]:
    """The duties of children after one of them, in their order. Two queries."""
    found, next_after = cut(duties, after)
    return LatePage(rows_of(found, on=on), next_after)


def cut(duties: DutyQuerySet, after: After | None) -> tuple[list[Duty], After | None]:
    """So many duties as a page holds, after one of them, and the last of these where more follow. One query."""
    if after:
        later = Q(due_on__gt=after.day) | Q(due_on=after.day, pk__gt=after.number)
        duties = duties.filter(later, due_on__gte=after.day)
    found = list(duties.with_rules().order_by("due_on", "pk")[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return found[:PAGE], After(last.due_on, last.pk) if last else None


def rows_of(duties: Sequence[Duty], *, on: date) -> list[LateRow]:
    """Duties with their files and who answers for the child; one query."""
    workers = FileWorker.objects.held_on(on).filter(file=OuterRef("pk"))
    files = File.objects.filter(key__in={duty.chain for duty in duties}).select_related("child", "unit")
    named = files.annotate(worker=Subquery(workers.values("worker__full_name")[:1]))
    by_key = {file.key: file for file in named}
    return [_row(duty, by_key[duty.chain], on) for duty in duties]


def _standing(standing: str, *, on: date) -> DutyQuerySet:
    match standing:
        case Standing.STOPPED:
            return Duty.objects.open_on(on).stopped()
        case Standing.ESCALATED:
            return Duty.objects.overdue_on(on).filter(escalates_on__lte=on)
        case _:
            return Duty.objects.overdue_on(on)


def _files(listed: Listed, worker: int | None, *, on: date) -> Files:
    if worker is None:
        return listed.files
    return listed.files.filter(pk__in=files_answered_for(worker, on=on).values("file"))


def _row(duty: Duty, file: File, on: date) -> LateRow:
    is_passed_on = duty.stopped_since is None and duty.escalates_on <= on
    worker = file.worker or ""  # type: ignore[attr-defined]
    return LateRow(file, as_due(duty, on), worker, duty.get_escalate_to_display() if is_passed_on else "")
