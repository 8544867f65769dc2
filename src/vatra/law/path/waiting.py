"""Working out anew at which step of its legal path each child waits: the same whoever asks, and however often."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vatra.law.models import PathEvent, Waiting
from vatra.law.path.known import happened, path_under
from vatra.law.path.line import line_of

# So many files are asked about in one statement.
AT_ONCE = 2_000


class Place(NamedTuple):
    """A file, the step at which its child waits, and since when."""

    file: int
    step: str
    first_day: date


def wait_anew(files: Iterable[int]) -> None:
    """Keep for each file at which step its child waits, or that it waits at none."""
    asked = list(files)
    places = {place.file: place for place in where_they_wait(asked)}
    stored = {each.file_id: each for each in Waiting.objects.filter(file__in=asked)}
    gone = [each.pk for pk, each in stored.items() if pk not in places]
    Waiting.objects.filter(pk__in=gone).delete()
    for place in places.values():
        row = stored.get(place.file)
        if row is None or (row.step, row.first_day) != place[1:]:
            Waiting.objects.update_or_create(
                file_id=place.file, defaults={"step": place.step, "first_day": place.first_day}
            )


def wait_all_anew(jurisdiction: str) -> None:
    """The same for every file under a law, once its path has changed."""
    told = PathEvent.objects.filter(file__jurisdiction=jurisdiction)
    files = list(told.order_by("file").values_list("file", flat=True).distinct())
    for start in range(0, len(files), AT_ONCE):
        wait_anew(files[start : start + AT_ONCE])


def where_they_wait(files: Iterable[int]) -> list[Place]:
    """Where these children wait by what their files say; who waits nowhere is not there. One query."""
    told: dict[tuple[int, str], list[PathEvent]] = defaultdict(list)
    standing = PathEvent.objects.standing().filter(file__in=list(files)).select_related("file")
    for event in standing.order_by("pk"):
        told[event.file_id, event.file.jurisdiction].append(event)
    found = []
    for (file, jurisdiction), events in told.items():
        path = path_under(jurisdiction)
        present = line_of(happened(events, path), path).present
        if present:
            found.append(Place(file, present.code, present.first_day))
    return found
