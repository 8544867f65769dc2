"""The children of a unit: one page of the list, in the order of their names."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, TextChoices
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Unit, User
from vatra.access.models.unit import UnitKind
from vatra.access.roles import Permission
from vatra.casework.models import File, FileWorker
from vatra.casework.models.file import Files
from vatra.kernel.duty import Duty
from vatra.kernel.duty.models.duty import DutyQuerySet
from vatra.law.models import Guardianship
from vatra.placements.models import Placement

PAGE = 30


class Only(TextChoices):
    """Which children of the unit are shown."""

    ALL = "", _("All children with an open file")
    MINE = "mine", _("Children I answer for")
    LATE = "late", _("Something is late")
    IN_CARE = "in_care", _("Living in a home today")
    NO_GUARDIAN = "no_guardian", _("Living in a home without a guardian")
    NO_WORKER = "no_worker", _("Nobody answers for the child")
    CLOSED = "closed", _("Closed files")


@dataclass(frozen=True)
class ChildrenPage:
    """The files of one page; `next_after` is the file after which the list goes on."""

    files: list[File]
    next_after: int | None


def children_page(unit: Unit, *, seen_by: User, on: date, only: str, after: int | None) -> ChildrenPage:
    """The children after a place in the order of names. One query for any number of them."""
    seen = File.objects.visible_to(seen_by, on=on, to=Permission.SEE_CHILDREN_OF_UNIT)
    files = seen.filter(unit__in=_answered_for(unit))
    files = _only(files, only, worker=seen_by, on=on)
    if after is not None:
        name = Subquery(File.objects.filter(pk=after).values("child_sort_key"))
        files = files.filter(Q(child_sort_key__gt=name) | Q(child_sort_key=name, pk__gt=after))
    found = list(_with_facts(files, on=on).order_by("child_sort_key", "pk")[: PAGE + 1])
    return ChildrenPage(found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None)


def _answered_for(unit: Unit) -> QuerySet[Unit]:
    """A centre answers for the children of its teams; a whole organisation is looked at centre by centre."""
    if unit.kind == UnitKind.ORGANISATION:
        return Unit.objects.filter(pk=unit.pk)
    return Unit.objects.filter(lineage__contains=[unit.pk])


def _only(files: Files, only: str, *, worker: User, on: date) -> Files:
    if only == Only.CLOSED:
        return files.filter(closed_on__isnull=False)
    files = files.filter(closed_on__isnull=True)
    match only:
        case Only.MINE:
            return files.filter(Exists(_on(FileWorker, on).filter(worker=worker)))
        case Only.LATE:
            return files.filter(Exists(_duties(on).overdue_on(on)))
        case Only.IN_CARE:
            return files.filter(Exists(_on(Placement, on)))
        case Only.NO_GUARDIAN:
            return files.filter(Exists(_on(Placement, on)), ~Exists(_on(Guardianship, on)))
        case Only.NO_WORKER:
            return files.filter(~Exists(_on(FileWorker, on)))
        case _:
            return files


def _with_facts(files: QuerySet[File], *, on: date) -> QuerySet[File]:
    return files.select_related("child", "unit").annotate(
        home=Subquery(_on(Placement, on).values("home__name")[:1]),
        worker=Subquery(_on(FileWorker, on).values("worker__full_name")[:1]),
        has_guardian=Exists(_on(Guardianship, on)),
        next_rule=Subquery(_next_duty(on).values("rule")[:1]),
        next_due_on=Subquery(_next_duty(on).values("due_on")[:1]),
    )


def _on(model: Any, day: date) -> QuerySet[Any]:
    holds = Q(last_day__isnull=True) | Q(last_day__gte=day)
    found: QuerySet[Any] = model.objects.filter(holds, file=OuterRef("pk"), first_day__lte=day)
    return found


def _next_duty(on: date) -> DutyQuerySet:
    return _duties(on).filter(stopped_since__isnull=True).order_by("due_on", "rule")


def _duties(on: date) -> DutyQuerySet:
    return Duty.objects.open_on(on).filter(chain=OuterRef("key"))
