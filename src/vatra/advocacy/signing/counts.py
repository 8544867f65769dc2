"""How many signatures stand where, on which day they were confirmed, and in which municipalities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate

from vatra.advocacy.models import Signature, SigningSheet
from vatra.advocacy.signing.states import SignatureState
from vatra.kernel.clock import LOCAL
from vatra.kernel.privacy import FEWEST_SHOWN
from vatra.people.words import Municipality

_HELD = ~Q(held_for="") & Q(released_at=None)
_NOT_TAKEN_BACK = Q(withdrawn_at=None)
_OPEN = _NOT_TAKEN_BACK & Q(rejected_at=None, turned_away_at=None, expired_at=None, confirmed_at=None)

# What `Signature.state` says of one, said of many.
WHERE: Mapping[SignatureState, Q] = {
    SignatureState.HELD: _OPEN & _HELD,
    SignatureState.WAITING: _OPEN & ~_HELD,
    SignatureState.COUNTED: _NOT_TAKEN_BACK & Q(confirmed_at__isnull=False, invalid_in=0),
    SignatureState.INVALID: _NOT_TAKEN_BACK & Q(confirmed_at__isnull=False, invalid_in__gt=0),
    SignatureState.REJECTED: _NOT_TAKEN_BACK & Q(rejected_at__isnull=False),
    SignatureState.TURNED_AWAY: _NOT_TAKEN_BACK & Q(turned_away_at__isnull=False),
    SignatureState.EXPIRED: _NOT_TAKEN_BACK & Q(expired_at__isnull=False),
    SignatureState.WITHDRAWN: ~_NOT_TAKEN_BACK,
}


def by_state(sheet: SigningSheet) -> dict[SignatureState, int]:
    """How many signatures are in each state; one query."""
    counts = {state.value: Count("pk", filter=where) for state, where in WHERE.items()}
    found = sheet.signatures.aggregate(**counts)
    return {state: found[state.value] for state in SignatureState}


@dataclass(frozen=True)
class Place:
    """How many of those that count come from one municipality; from too few, it is told together with others."""

    name: str
    number: int


def by_municipality(sheet: SigningSheet) -> tuple[Sequence[Place], int]:
    """The municipalities with enough signatures to be told, the largest first, and how many come from elsewhere."""
    counted: QuerySet[Signature] = sheet.signatures.counted().order_by()
    found = dict(counted.values_list("municipality").annotate(Count("pk")))
    told = {code: number for code, number in found.items() if code and number >= FEWEST_SHOWN}
    places = [Place(str(Municipality(code).label), number) for code, number in told.items()]
    return sorted(places, key=lambda place: (-place.number, place.name)), sum(found.values()) - sum(
        told.values()
    )


def by_day(sheet: SigningSheet) -> dict[date, int]:
    """How many of those that count were confirmed on each day that had some, in order."""
    confirmed = sheet.signatures.counted().annotate(day=TruncDate("confirmed_at", tzinfo=LOCAL))
    return dict(confirmed.order_by("day").values_list("day").annotate(Count("pk")))
