"""Brothers and sisters, and where they live today, as far as the reader may know: one query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from django.db import connection

from vatra.access.models import User
from vatra.access.roles import Permission, roles_with
from vatra.casework.models import File

# The home of a brother or sister is told to those who may open that child's file; who lives under the same roof
# as this child is a fact of this child's file.
_SIBLINGS = """
    WITH siblings AS (
        SELECT theirs.person_id AS id
        FROM people_kinship AS mine
        INNER JOIN people_kinship AS theirs ON theirs.relative_id = mine.relative_id
        WHERE mine.person_id = %(child)s AND theirs.person_id <> %(child)s
        AND mine.kind IN ('mother', 'father', 'parent') AND theirs.kind IN ('mother', 'father', 'parent')
        UNION
        SELECT relative_id FROM people_kinship WHERE person_id = %(child)s AND kind = 'sibling'
        UNION
        SELECT person_id FROM people_kinship WHERE relative_id = %(child)s AND kind = 'sibling'
    ),

    here AS (
        SELECT home_id FROM placements_placement
        WHERE file_id = %(file)s AND first_day <= %(on)s AND (last_day IS NULL OR last_day >= %(on)s)
    )

    SELECT
        p.id, trim(p.given_name || ' ' || p.family_name), p.birth_on, f.reference, h.name,
        coalesce(s.home_id IN (SELECT home_id FROM here), false),
        EXISTS (
            SELECT 1 FROM access_reach AS r
            WHERE r.file_id = f.id AND r.user_id = %(user)s AND r.role = ANY(%(roles)s)
            AND r.first_day <= %(on)s AND (r.last_day IS NULL OR r.last_day >= %(on)s)
        )
    FROM siblings
    INNER JOIN people_person AS p ON p.id = siblings.id
    LEFT JOIN casework_file AS f ON f.child_id = p.id AND f.closed_on IS NULL
    LEFT JOIN placements_placement AS s
        ON s.file_id = f.id AND s.first_day <= %(on)s AND (s.last_day IS NULL OR s.last_day >= %(on)s)
    LEFT JOIN homes_home AS h ON h.id = s.home_id
    ORDER BY p.birth_on NULLS LAST, p.id
"""


class Whereabouts(StrEnum):
    """Where a brother or sister lives, seen from this child; a file that is not open answers like none at all."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    NOT_IN_CARE = "not_in_care"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Sibling:
    """A brother or sister; `reference` and `home` are empty where the reader may not open that file."""

    person_id: int
    name: str
    birth_on: date | None
    whereabouts: Whereabouts
    reference: str = ""
    home: str = ""


def siblings_seen(file: File, *, by: User, on: date) -> Sequence[Sibling]:
    """The brothers and sisters of the child, the oldest first."""
    given: dict[str, Any] = {
        "child": file.child_id,
        "file": file.pk,
        "user": by.pk,
        "on": on,
        "roles": roles_with(Permission.READ_FILE),
    }
    with connection.cursor() as cursor:
        cursor.execute(_SIBLINGS, given)
        return [_seen(_Row(*row)) for row in cursor.fetchall()]


class _Row(NamedTuple):
    person_id: int
    name: str
    birth_on: date | None
    reference: str | None
    home: str | None
    is_here: bool
    is_open: bool


def _seen(row: _Row) -> Sibling:
    who = (row.person_id, row.name, row.birth_on)
    if row.is_here:
        return Sibling(*who, Whereabouts.HERE, (row.reference or "") if row.is_open else "", row.home or "")
    if not row.is_open:
        return Sibling(*who, Whereabouts.UNKNOWN)
    whereabouts = Whereabouts.ELSEWHERE if row.home else Whereabouts.NOT_IN_CARE
    return Sibling(*who, whereabouts, row.reference or "", row.home or "")
