"""Who opened a file: the readings of the ledger, the latest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from vatra.access.models import User
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.desk.words import page_in_words
from vatra.kernel.ledger import Event
from vatra.kernel.sentence import Sentence

PAGE = 50


@dataclass(frozen=True)
class Reading:
    """Somebody opened a page of the file; `position` is its place in the file's chain."""

    position: int
    at: datetime
    name: str
    role: Sentence
    page: Sentence


def readings_before(file: File, position: int | None) -> tuple[Sequence[Reading], int | None]:
    """One page of readings, and the position before which older ones follow. Two queries."""
    events = Event.objects.filter(chain=file.key, reading=True)
    if position is not None:
        events = events.filter(position__lt=position)
    found = list(events.order_by("-position")[: PAGE + 1])
    names = User.objects.in_bulk({event.user_id for event in found if event.user_id})
    readings = [_reading(event, names) for event in found[:PAGE]]
    return readings, readings[-1].position if len(found) > PAGE else None


def _reading(event: Event, names: Mapping[int, User]) -> Reading:
    reader = names.get(event.user_id or 0)
    return Reading(
        position=event.position,
        at=event.at,
        name=reader.full_name if reader else "Vatra",
        role=Role(event.role).label if event.role in Role.values else event.role,
        page=page_in_words(event.act),
    )
