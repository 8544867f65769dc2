"""Where the public reads of an action and takes part in it, by its kind."""

from django.urls import reverse

from vatra.advocacy.models import Action
from vatra.advocacy.places import has_details
from vatra.advocacy.words import SIGNED, ActionKind

PAGES = {
    **dict.fromkeys(SIGNED, "public:sheet"),
    ActionKind.MAIL_TO_TARGET: "public:write",
    ActionKind.EVENT: "public:event",
    ActionKind.TRAINING: "public:event",
    ActionKind.PRESS_CONFERENCE: "public:conference",
}


def page_of(action: Action, language: str) -> str:
    """The address of an action's page for everybody; empty for a brief, and for what was only told from the past."""
    page = PAGES.get(ActionKind(action.kind))
    return reverse(page, args=[language, action.slug]) if page and has_details(action) else ""
