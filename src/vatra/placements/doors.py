"""Doors to what a decision says for a child, and to a stay."""

from dataclasses import dataclass

from django.http import Http404

from vatra.access.doors import StaffRequest
from vatra.access.roles import Permission
from vatra.casework.doors import Entered, enter
from vatra.decisions.models import Outcome
from vatra.placements.models import Placement


@dataclass(frozen=True)
class ToDo:
    """An outcome that waits to be carried out, and the stay the child has now."""

    outcome: Outcome
    current: Placement | None
    entered: Entered


def enter_outcome(request: StaffRequest, pk: int) -> ToDo:
    """The outcome, if the user may place this child."""
    outcome = (
        Outcome.objects.select_related("file__child", "home", "decision", "option").filter(pk=pk).first()
    )
    if outcome is None:
        raise Http404
    entered = enter(request, outcome.file.reference, Permission.PLACE_CHILD)
    current = outcome.file.placements.filter(last_day__isnull=True).select_related("home").first()
    return ToDo(outcome, current, entered)


def enter_stay(request: StaffRequest, pk: int) -> tuple[Placement, Entered]:
    """The stay, if the user may place this child."""
    placement = Placement.objects.select_related("file__child", "home").filter(pk=pk).first()
    if placement is None:
        raise Http404
    return placement, enter(request, placement.file.reference, Permission.PLACE_CHILD)
