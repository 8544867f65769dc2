"""Doors to what a decision says for a child, and to a stay."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.shortcuts import get_object_or_404

from vatra.access.doors import StaffRequest
from vatra.access.roles import Permission
from vatra.casework.doors import Entered, enter
from vatra.decisions.models import Outcome
from vatra.kernel.read_along import along, rows_along
from vatra.placements.models import Placement
from vatra.placements.queries import coming_along


@dataclass(frozen=True)
class ToDo:
    """An outcome that waits to be carried out, the stay the child has now, and who could come on the same day."""

    outcome: Outcome
    current: Placement | None
    others: QuerySet[Outcome] | None
    entered: Entered


def enter_outcome(request: StaffRequest, pk: int) -> ToDo:
    """The outcome, if the user may place this child."""
    lives_now = Placement.objects.filter(file=OuterRef("file"), last_day__isnull=True)
    others = coming_along(decision=OuterRef("decision"), home=OuterRef("home"), besides=OuterRef("pk"))
    outcomes = Outcome.objects.select_related("file", "home", "decision", "option")
    outcome = get_object_or_404(
        outcomes.annotate(lives_now=along(lives_now, "home"), may_come_together=Exists(others)), pk=pk
    )
    entered = enter(request, outcome.file.reference, Permission.PLACE_CHILD)
    outcome.file = entered.file
    current = next(iter(rows_along(Placement, outcome.lives_now)), None)  # type: ignore[attr-defined]
    coming = coming_along(decision=outcome.decision_id, home=outcome.home_id, besides=pk)
    together = coming if outcome.may_come_together else None  # type: ignore[attr-defined]
    return ToDo(outcome, current, together, entered)


def enter_stay(request: StaffRequest, pk: int) -> tuple[Placement, Entered]:
    """The stay, if the user may place this child."""
    placement = get_object_or_404(Placement.objects.select_related("file__child", "home"), pk=pk)
    return placement, enter(request, placement.file.reference, Permission.PLACE_CHILD)
