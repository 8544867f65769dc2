"""The life of a panel, as a small table of allowed moves; printed in docs/states.md and tested against it."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.decisions.models import PanelMeeting, Question
from vatra.decisions.words import ResolutionKind
from vatra.kernel.concern import Concern, Refused, Severity


class PanelState(models.TextChoices):
    """Derived from the meeting that was called last, and from what the panel said there."""

    NOT_CALLED = "not_called", _("Not called")
    CALLED = "called", _("Called")
    APPROVED = "approve", _("Approved")
    APPROVED_WITH_CONDITIONS = "approve_with_conditions", _("Approved with conditions")
    DEFERRED = "defer", _("Deferred until something is done")
    REJECTED = "reject", _("Not approved")
    TO_BE_ASKED_ANEW = "reopen", _("To be asked anew")


_S = PanelState
ANSWERS = frozenset(PanelState(kind.value) for kind in ResolutionKind)

# Called again, the panel meets on another day: the meeting that was called before gives no answer any more.
PANEL_MOVES: Mapping[PanelState, frozenset[PanelState]] = {
    _S.NOT_CALLED: frozenset({_S.CALLED}),
    _S.CALLED: frozenset({_S.CALLED, *ANSWERS}),
    _S.APPROVED: frozenset(),
    _S.APPROVED_WITH_CONDITIONS: frozenset(),
    _S.DEFERRED: frozenset({_S.CALLED}),
    _S.REJECTED: frozenset({_S.CALLED}),
    _S.TO_BE_ASKED_ANEW: frozenset({_S.CALLED}),
}


def last_meeting(question: Question) -> PanelMeeting | None:
    """The meeting that counts: the one called last."""
    return question.meetings.select_related("resolution").order_by("-pk").first()


def state_of_panel(meeting: PanelMeeting | None) -> PanelState:
    """Where the panel stands after the meeting that counts."""
    if meeting is None:
        return PanelState.NOT_CALLED
    said = getattr(meeting, "resolution", None)
    return PanelState(said.kind) if said else PanelState.CALLED


def call_again(question: Question) -> None:
    """Refuse to call a panel that has approved."""
    state = state_of_panel(last_meeting(question))
    if PanelState.CALLED not in PANEL_MOVES[state]:
        sentence = _("The panel has approved this. Nothing is left for it to say.")
        raise Refused([Concern("R-26-approved", Severity.BLOCK, sentence)])
