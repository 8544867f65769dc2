"""What a pack knows of the legal path, and what a file says of it."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from vatra.casework.models import File
from vatra.law.citations import cited
from vatra.law.models import PathEvent
from vatra.law.names import name_of
from vatra.law.packs import pack
from vatra.law.path.line import Happened, Path, in_order
from vatra.law.path.rules import ConsentAge
from vatra.law.path.words import CONSENT_AGE


@cache
def path_under(jurisdiction: str) -> Path:
    """The events that the law of a jurisdiction knows, in their order; of several versions the newest."""
    newest = {
        event.code: event for event in sorted(pack(jurisdiction).path, key=lambda each: each.valid_from)
    }
    return {event.code: event for event in sorted(newest.values(), key=lambda each: each.order)}


def happened(events: Iterable[PathEvent], path: Path) -> list[Happened]:
    """Events as the rules see them, in order; what the pack no longer knows is left out."""
    return in_order((Happened(each.event, each.happened_on) for each in events if each.event in path), path)


def consent_age(file: File, on: date) -> ConsentAge:
    """From which age of this child its parents may consent, by the law of a day."""
    age = pack(file.jurisdiction).on(on).age(CONSENT_AGE)
    return ConsentAge(birth=file.child.birth, age=age, cited=cited(age.source) if age else "")


def called(jurisdiction: str, code: str) -> str:
    """What an event of this code is called, or the code itself if the pack no longer knows it."""
    event = path_under(jurisdiction).get(code)
    return name_of(event) if event else code
