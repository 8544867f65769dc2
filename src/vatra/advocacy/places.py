"""Where the page of an action stands, by its kind."""

from django.db.models import Q
from django.urls import reverse

from vatra.advocacy.models import Action
from vatra.advocacy.words import ActionKind

PAGES = {
    ActionKind.MAIL_TO_TARGET: "advocacy:letter_call",
    ActionKind.EVENT: "advocacy:occasion",
    ActionKind.PRESS_CONFERENCE: "advocacy:occasion",
    ActionKind.TRAINING: "advocacy:occasion",
    ActionKind.BRIEF: "advocacy:brief",
}


def has_place() -> Q:
    """Actions whose page stands here; what is signed has its own."""
    return Q(kind__in=PAGES)


def place_of(action: Action) -> str:
    """The address of an action's page for staff; empty for what is signed."""
    page = PAGES.get(ActionKind(action.kind))
    return reverse(page, args=[action.slug]) if page else ""
