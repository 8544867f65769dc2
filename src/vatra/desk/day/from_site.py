"""What the public sent in and nobody has answered yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import TruncDate

from vatra.access.doors import Held
from vatra.access.models import SentIn
from vatra.access.roles import REACHES_UNITS_BELOW, Permission, Role, roles_with
from vatra.casework.models import Concern
from vatra.homes.enquiries.rules import answer_due
from vatra.homes.models import Enquiry
from vatra.kernel import clock

MOST = 30
# Whoever answers worries; who only looks on has no work waiting.
ANSWER_WORRIES = (Role.SOCIAL_WORKER.value, Role.SUPERVISOR.value)


@dataclass(frozen=True)
class Waiting:
    """A worry or an enquiry that waits: which one, since when, and by when an enquiry is answered."""

    what: str
    pk: int
    since: date

    @property
    def due_on(self) -> date:
        """By when somebody who asks hears from us."""
        return answer_due(self.since)


def from_site(held: Held) -> Sequence[Waiting]:
    """What waits for somebody who answers it, the oldest first. One query, none for others."""
    worries = _told(Concern.objects.from_site_unanswered(), SentIn.WORRY, F("received_on"))
    asked = TruncDate("received_at", tzinfo=clock.LOCAL)
    enquiries = _told(Enquiry.objects.unanswered(), SentIn.ENQUIRY, asked)
    parts = [
        each.filter(within)
        for each, within in (
            (worries, _units(held, ANSWER_WORRIES)),
            (enquiries, _units(held, roles_with(Permission.KEEP_HOMES))),
        )
        if within
    ]
    if not parts:
        return []
    first, *others = parts
    return [Waiting(*row) for row in first.union(*others, all=True).order_by("since", "pk")[:MOST]]


def _told(waiting: QuerySet[Any], what: SentIn, since: TruncDate | F) -> QuerySet[Any, Any]:
    kind = Value(what.value, output_field=CharField())
    told: QuerySet[Any, Any] = waiting.annotate(sent=kind, since=since).values_list("sent", "pk", "since")
    return told


def _units(held: Held, roles: Sequence[str]) -> Q | None:
    """The units in which somebody holds one of the roles, and those below where the role reaches there."""
    here = [each for each in held.appointments if each.role in roles]
    above = [each.unit_id for each in here if each.role in REACHES_UNITS_BELOW]
    if not here:
        return None
    return Q(unit__in=[each.unit_id for each in here]) | Q(unit__lineage__overlap=above)
