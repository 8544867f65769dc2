"""Where the page of an action stands, by its kind."""

from django.db.models import Q
from django.urls import reverse

from vatra.advocacy.models import Action
from vatra.advocacy.words import SIGNED, ActionKind

PAGES = {
    ActionKind.MAIL_TO_TARGET: "advocacy:letter_call",
    ActionKind.EVENT: "advocacy:occasion",
    ActionKind.PRESS_CONFERENCE: "advocacy:occasion",
    ActionKind.TRAINING: "advocacy:occasion",
    ActionKind.BRIEF: "advocacy:brief",
}
PAGES_OF_SIGNED = dict.fromkeys(SIGNED, "advocacy:sheet")

# What each kind adds to an action; an action told from the past has none of them, and so no page.
DETAILS = ("letter_call", "occasion", "brief", "sheet")


def has_place() -> Q:
    """Actions of the kinds that have follow-ups; what is signed has none."""
    return Q(kind__in=PAGES)


def place_of(action: Action) -> str:
    """The address of an action's page for staff; empty for what was only told from the past.

    A list fetches `DETAILS` with its actions.
    """
    if not has_details(action):
        return ""
    return reverse({**PAGES, **PAGES_OF_SIGNED}[ActionKind(action.kind)], args=[action.slug])


def has_details(action: Action) -> bool:
    """Whether more is known of an action than its title and its days."""
    return any(hasattr(action, each) for each in DETAILS)
