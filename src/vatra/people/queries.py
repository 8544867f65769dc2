"""Families, read at once: parents, brothers and sisters, the circle around a child."""

from collections import defaultdict
from collections.abc import Iterable

from vatra.people.models import Person

# Brothers and sisters share a parent, or are written as siblings from either side.
_SIBLINGS = """
    SELECT pair.child AS sibling_of, sibling.*
    FROM (
        SELECT mine.person_id, theirs.person_id
        FROM people_kinship AS mine
        INNER JOIN people_kinship AS theirs
            ON theirs.relative_id = mine.relative_id AND theirs.person_id <> mine.person_id
        WHERE mine.person_id = ANY(%(ids)s)
        AND mine.kind IN ('mother', 'father', 'parent') AND theirs.kind IN ('mother', 'father', 'parent')
        UNION
        SELECT person_id, relative_id FROM people_kinship WHERE person_id = ANY(%(ids)s) AND kind = 'sibling'
        UNION
        SELECT relative_id, person_id FROM people_kinship WHERE relative_id = ANY(%(ids)s) AND kind = 'sibling'
    ) AS pair (child, sibling)
    INNER JOIN people_person AS sibling ON sibling.id = pair.sibling
    ORDER BY sibling.birth_on NULLS LAST, sibling.id
"""


def siblings_of(children: Iterable[int]) -> dict[int, list[Person]]:
    """The brothers and sisters of each person, by the person's id, oldest first. One query for any number."""
    found: dict[int, list[Person]] = defaultdict(list)
    for sibling in Person.objects.raw(_SIBLINGS, {"ids": list(children)}):
        found[sibling.sibling_of].append(sibling)  # type: ignore[attr-defined]
    return dict(found)
