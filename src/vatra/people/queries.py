"""Families, read at once: parents, brothers and sisters, the circle around a child."""

from collections import defaultdict
from collections.abc import Iterable

from vatra.people.models import Person

_SIBLINGS = """
    SELECT pair.sibling_of, sibling.*
    FROM people_siblings_of(%(ids)s) AS pair
    INNER JOIN people_person AS sibling ON sibling.id = pair.sibling_id
    ORDER BY sibling.birth_on NULLS LAST, sibling.id
"""


def siblings_of(children: Iterable[int]) -> dict[int, list[Person]]:
    """The brothers and sisters of each person, by the person's id, oldest first. One query for any number."""
    found: dict[int, list[Person]] = defaultdict(list)
    for sibling in Person.objects.raw(_SIBLINGS, {"ids": list(children)}):
        found[sibling.sibling_of].append(sibling)  # type: ignore[attr-defined]
    return dict(found)
