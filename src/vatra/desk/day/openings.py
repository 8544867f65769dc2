"""Sealed envelopes that somebody asked to open: what waits for a second person, and what that person answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from vatra.access.doors import Held
from vatra.access.models import Reach, User
from vatra.access.roles import Permission
from vatra.law.models import EnvelopeOpening
from vatra.law.models.envelope import OPEN_FOR, EnvelopeOpenings

MOST = 60


@dataclass(frozen=True)
class Openings:
    """What others asked for and this person may answer, and what was answered to this person; the oldest first."""

    to_answer: Sequence[EnvelopeOpening] = ()
    answered: Sequence[EnvelopeOpening] = ()


def openings_of(user: User, held: Held, *, on: date) -> Openings:
    """An answer is told for as long as an envelope stays open. One query, for few people."""
    if not held.may(Permission.OPEN_ENVELOPE):
        return Openings()
    openings = EnvelopeOpening.objects
    to_answer = openings.to_answer().exclude(asked_by=user)
    answered = openings.answered_since(on - OPEN_FOR + timedelta(days=1)).filter(asked_by=user)
    found = list(_near(to_answer | answered, user, on=on).order_by("asked_on", "pk")[:MOST])
    return Openings(
        [each for each in found if not each.is_answered], [each for each in found if each.is_answered]
    )


def _near(openings: EnvelopeOpenings, user: User, *, on: date) -> EnvelopeOpenings:
    """Those in files that this person reaches today, without what was sealed."""
    reach = Reach.objects.on(on).allowing(Permission.OPEN_ENVELOPE)
    in_reach = Exists(reach.filter(user=user, file_id=OuterRef("envelope__file")))
    whole = openings.select_related("asked_by", "agreed_by", "refused_by", "envelope__file__child")
    return whole.filter(in_reach).defer("envelope__contents")
