"""Sealed envelopes that somebody asked to open, and that wait for the answer of a second person."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef

from vatra.access.doors import Held
from vatra.access.models import Reach, User
from vatra.access.roles import Permission
from vatra.law.models import EnvelopeOpening

MOST = 30


def openings_to_answer(user: User, held: Held, *, on: date) -> Sequence[EnvelopeOpening]:
    """What others asked for and this person may agree to or refuse, the oldest first. One query, for few people."""
    if not held.may(Permission.OPEN_ENVELOPE):
        return []
    reach = Reach.objects.on(on).allowing(Permission.OPEN_ENVELOPE)
    mine = Exists(reach.filter(user=user, file_id=OuterRef("envelope__file")))
    waiting = EnvelopeOpening.objects.to_answer().exclude(asked_by=user).filter(mine)
    whole = waiting.select_related("asked_by", "envelope__file__child").defer("envelope__contents")
    return list(whole.order_by("asked_on", "pk")[:MOST])
