"""What the public sent in and nobody has answered yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vatra.access.doors import Held
from vatra.access.models import User
from vatra.access.roles import Permission, Role
from vatra.casework.models import Concern
from vatra.homes.enquiries.queries import unanswered
from vatra.homes.models import Enquiry

MOST = 30
# Whoever answers worries; who only looks on has no work waiting.
ANSWER_WORRIES = {Role.SOCIAL_WORKER, Role.SUPERVISOR}


@dataclass(frozen=True)
class FromSite:
    """Worries and enquiries that wait for this person, the oldest first."""

    worries: Sequence[Concern]
    enquiries: Sequence[Enquiry]

    def __bool__(self) -> bool:
        return bool(self.worries or self.enquiries)


def from_site(user: User, held: Held, *, on: date) -> FromSite:
    """One query for worries, and two for enquiries, each only for those who answer them."""
    worries = _worries(user, on) if ANSWER_WORRIES & held.roles() else []
    enquiries = unanswered(held) if held.may(Permission.KEEP_HOMES) else []
    return FromSite(worries, enquiries)


def _worries(user: User, on: date) -> list[Concern]:
    waiting = Concern.objects.visible_to(user, on=on).from_site_unanswered()
    return list(waiting.only("received_on").order_by("received_on", "pk")[:MOST])
