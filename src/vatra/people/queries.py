"""Families, read at once: parents, brothers and sisters, the circle around a child."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import connection

from vatra.people.models import Person

# Brothers and sisters share a parent, or are written as siblings from either side.
_SIBLINGS = """
    SELECT mine.person_id, theirs.person_id
    FROM people_kinship AS mine
    INNER JOIN people_kinship AS theirs ON theirs.relative_id = mine.relative_id AND theirs.person_id <> mine.person_id
    WHERE mine.person_id = ANY(%(ids)s)
    AND mine.kind IN ('mother', 'father', 'parent') AND theirs.kind IN ('mother', 'father', 'parent')
    UNION
    SELECT person_id, relative_id FROM people_kinship WHERE person_id = ANY(%(ids)s) AND kind = 'sibling'
    UNION
    SELECT relative_id, person_id FROM people_kinship WHERE relative_id = ANY(%(ids)s) AND kind = 'sibling'
"""


def siblings_of(children: Iterable[int]) -> dict[int, list[Person]]:
    """The brothers and sisters of each person, by the person's id, oldest first. Two queries for any number."""
    with connection.cursor() as cursor:
        cursor.execute(_SIBLINGS, {"ids": list(children)})
        pairs = cursor.fetchall()
    people = Person.objects.in_bulk({sibling for _child, sibling in pairs})
    found: dict[int, list[Person]] = defaultdict(list)
    for child, sibling in pairs:
        found[child].append(people[sibling])
    for siblings in found.values():
        siblings.sort(key=lambda person: (person.birth_on is None, person.birth_on, person.pk))
    return dict(found)
