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
    rows = Waiting.objects.filter(file__in=asked).values_list("file", "step", "first_day")
    stored, found = {Place(*row) for row in rows}, set(where_they_wait(asked))
    gone = {place.file for place in stored} - {place.file for place in found}
    Waiting.objects.filter(file__in=gone).delete()
    Waiting.objects.bulk_create(
        # In one order for all, so that two who write the same rows do not wait for each other for ever.
        [Waiting(file_id=file, step=step, first_day=day) for file, step, day in sorted(found - stored)],
        update_conflicts=True,
        unique_fields=["file"],
        update_fields=["step", "first_day"],
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
