"""The life of a planned review, as a small table of allowed moves; printed in docs/states.md and tested against it."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.casework.models import PlannedReview
from vatra.kernel.concern import Concern, Refused, Severity


class PlannedState(models.TextChoices):
    """Derived from facts: whether a review was held, whether a reason was given why not."""

    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    MISSED = "missed", _("Did not take place")


MOVES: Mapping[PlannedState, frozenset[PlannedState]] = {
    PlannedState.PLANNED: frozenset({PlannedState.HELD, PlannedState.MISSED}),
    PlannedState.HELD: frozenset(),
    PlannedState.MISSED: frozenset(),
}

REFUSALS = {
    PlannedState.HELD: _("This planned review has been held. Correct what is written there."),
    PlannedState.MISSED: _("This planned review did not take place. Go on with the new day."),
}


def state_of(planned: PlannedReview) -> PlannedState:
    """Where the planned review stands."""
    if planned.missed_because is not None:
        return PlannedState.MISSED
    return PlannedState.HELD if planned.held_as.exists() else PlannedState.PLANNED


def advance(planned: PlannedReview, to: PlannedState) -> PlannedReview:
    """The planned review, locked until the transaction ends; refused is a move the table does not know."""
    locked = PlannedReview.objects.select_for_update(no_key=True, of=("self",)).get(pk=planned.pk)
    state = state_of(locked)
    if to not in MOVES[state]:
        raise Refused([Concern(f"review-{state}", Severity.BLOCK, REFUSALS[state])])
    return locked
