"""The units as a tree."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from vatra.access.keeping import units_kept
from vatra.access.models import Unit
from vatra.kernel.ledger import Actor


@dataclass(frozen=True)
class Branch:
    """A unit with the units below it, and how many people are appointed in it today."""

    unit: Unit
    people: int
    below: list["Branch"] = field(default_factory=list)


def tree_of(by: Actor) -> list[Branch]:
    """The open units somebody keeps, from the top; one query."""
    day = by.today
    not_over = Q(appointments__last_day__isnull=True) | Q(appointments__last_day__gte=day)
    today = Q(not_over, appointments__first_day__lte=day)
    counted = units_open(by).annotate(people=Count("appointments__user", filter=today, distinct=True))
    return _grown(Branch(unit, unit.people) for unit in counted)


def units_open(by: Actor) -> QuerySet[Unit]:
    """The units somebody keeps that are not closed, in the order of their names."""
    open_still = Q(last_day__isnull=True) | Q(last_day__gte=by.today)
    return units_kept(by).filter(open_still).order_by("name", "pk")


def _grown(branches: Iterable[Branch]) -> list[Branch]:
    """Each branch put below the one it belongs to; what has none above it stands at the top."""
    known = {branch.unit.pk: branch for branch in branches}
    top: list[Branch] = []
    for branch in known.values():
        above = known.get(branch.unit.parent_id) if branch.unit.parent_id else None
        (above.below if above else top).append(branch)
    return top
