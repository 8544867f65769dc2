"""Reasons why a child was not told, which wait for a second person."""

from collections.abc import Sequence
from datetime import date

from vatra.access.doors import Held
from vatra.access.models import User
from vatra.access.roles import Permission
from vatra.casework.models import File
from vatra.decisions.models import NotTold

MOST = 30


def to_confirm(user: User, held: Held, *, on: date) -> Sequence[NotTold]:
    """What somebody else wrote and this person may confirm, the oldest first; only for those who decide."""
    if not held.may(Permission.ISSUE_DECISION):
        return []
    waiting = NotTold.objects.filter(
        confirmed_on=None,
        outcome__telling=None,
        outcome__decision__superseded_by=None,
        outcome__decision__withdrawal=None,
    ).exclude(said_by=user)
    # Few wait: they are found first, so that reach is asked about them only.
    files = list(waiting.values_list("outcome__file", flat=True))
    visible = File.objects.visible_to(user, on=on, to=Permission.ISSUE_DECISION).filter(pk__in=files)
    mine = waiting.filter(outcome__file__in=list(visible.values_list("pk", flat=True)))
    return list(mine.select_related("said_by", "outcome__file__child").order_by("said_on", "pk")[:MOST])
