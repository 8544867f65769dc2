"""Writing the files: one per child, opened with the first day in care, closed when care ended."""

from collections.abc import Mapping

from django.db import connection

from vatra.access.models import Unit
from vatra.casework.models import File
from vatra.exchange.models import SourceChild
from vatra.exchange.ssda903.building.picture import Picture
from vatra.exchange.ssda903.rows import ChildKey
from vatra.exchange.ssda903.writing.known import LAW, SYSTEM
from vatra.exchange.ssda903.writing.reconcile import BATCH
from vatra.people.models import Person

CORRECTED = ("opened_on", "closed_on", "closing_reason")


def new_files(
    people: Mapping[ChildKey, Person], pictures: Mapping[ChildKey, Picture], unit: Unit
) -> dict[ChildKey, File]:
    """Open the files of new children and keep the number the other system has for each."""
    files: dict[ChildKey, File] = {}
    for (child, person), reference in zip(people.items(), _references(len(people)), strict=True):
        file = File(
            reference=reference, child=person, unit=unit, child_sort_key=person.sort_key, jurisdiction=LAW
        )
        _take_over(file, pictures[child])
        files[child] = file
    File.objects.bulk_create(files.values(), batch_size=BATCH)
    numbers = [
        SourceChild(system=SYSTEM, authority=child.authority, number=child.number, file=file)
        for child, file in files.items()
    ]
    SourceChild.objects.bulk_create(numbers, batch_size=BATCH)
    return files


def correct_files(files: Mapping[ChildKey, File], pictures: Mapping[ChildKey, Picture]) -> None:
    """A later return may close a file, open it again, or know of an earlier first day."""
    changed = [file for child, file in files.items() if _take_over(file, pictures[child])]
    File.objects.bulk_update(changed, CORRECTED, batch_size=BATCH)


def _take_over(file: File, picture: Picture) -> bool:
    before = tuple(getattr(file, field) for field in CORRECTED)
    told = tuple(getattr(picture, field) for field in CORRECTED)
    for field, value in zip(CORRECTED, told, strict=True):
        setattr(file, field, value)
    return before != told


def _references(count: int) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('casework_file_number') FROM generate_series(1, %s)", [count])
        return [f"V-{number:06d}" for (number,) in cursor.fetchall()]
