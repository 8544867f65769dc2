"""Who may come to a review: those who stand around the child on a day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from vatra.casework.models import AroundChild, File
from vatra.casework.reviews.meeting import Somebody
from vatra.casework.words.review import Part

# Who is both a parent and the guardian is named once, as a parent.
IN_THIS_ORDER = (Part.CHILD, Part.PARENT, Part.CARER, Part.GUARDIAN)


def around(file: File, on: date) -> list[Somebody]:
    """The child, the parents, the carers of the day, the guardian of the day; each person once. One query."""
    holds = Q(last_day__isnull=True) | Q(last_day__gte=on)
    found = AroundChild.objects.filter(holds, file_id=file.pk, first_day__lte=on).select_related("person")
    rows = sorted(found, key=lambda row: (IN_THIS_ORDER.index(Part(row.part)), row.person_id or 0))
    return each_once(Somebody(row.part, row.person, None if row.person else row.name) for row in rows)


def each_once(people: Iterable[Somebody]) -> list[Somebody]:
    """The same people; who is named a second time is left out."""
    named: dict[int | str, Somebody] = {}
    for each in people:
        named.setdefault(each.key, each)
    return list(named.values())
