"""Finding a child: by name, by somebody of the family, by the carer, by file number or another number.

Only files the user may open are found, and a file that is hidden answers like one that does not exist.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.access.roles import Permission, roles_with
from vatra.casework.models import File
from vatra.people.models import Identifier
from vatra.people.sealed import fingerprint
from vatra.people.search import people_like
from vatra.people.words import KinKind

SHOWN = 20
FEW_FILES = 2_000
"""Up to so many ways to a file the people in them are looked at first; who reaches more finds nearly everybody anyway."""

LEAST_LIKENESS = 0.6


class Tie(TextChoices):
    """How the person that was found leads to the child, where it is not kinship."""

    CHILD = "child", _("the child")
    CARER = "carer", _("carer today")


@dataclass(frozen=True)
class Found:
    """A file that was found, and through whom: `person` is empty where the child itself was meant."""

    file: File
    person: str
    tie: str

    @property
    def tie_in_words(self) -> object:
        """What the person is to the child."""
        return KinKind(self.tie).label if self.tie in KinKind.values else Tie(self.tie).label


_PEOPLE_WITHIN_REACH = """
    WITH reached AS MATERIALIZED (
        SELECT file_id FROM access_reach
        WHERE user_id = %(user)s AND role = ANY(%(roles)s)
            AND first_day <= %(on)s AND (last_day IS NULL OR last_day >= %(on)s)
        LIMIT %(few)s + 1
    )
    SELECT CASE WHEN (SELECT count(*) FROM reached) <= %(few)s THEN ARRAY(
        SELECT child_id FROM casework_file WHERE id = ANY(ARRAY(SELECT file_id FROM reached))
        UNION
        SELECT k.relative_id FROM casework_file AS f INNER JOIN people_kinship AS k ON k.person_id = f.child_id
        WHERE f.id = ANY(ARRAY(SELECT file_id FROM reached))
        UNION
        SELECT c.person_id FROM placements_placement AS p INNER JOIN homes_carer AS c ON c.home_id = p.home_id
        WHERE p.file_id = ANY(ARRAY(SELECT file_id FROM reached)) AND (p.last_day IS NULL OR p.last_day >= %(on)s)
    ) END
"""

_FILES_OF_PEOPLE = """
    SELECT person.id, trim(person.given_name || ' ' || person.family_name), led.file_id, led.tie
    FROM people_person AS person
    CROSS JOIN LATERAL (
        SELECT f.id AS file_id, 'child' AS tie FROM casework_file AS f WHERE f.child_id = person.id
        UNION ALL
        SELECT f.id, k.kind FROM people_kinship AS k INNER JOIN casework_file AS f ON f.child_id = k.person_id
        WHERE k.relative_id = person.id
        UNION ALL
        SELECT p.file_id, 'carer' FROM homes_carer AS c
        INNER JOIN placements_placement AS p ON p.home_id = c.home_id
        WHERE c.person_id = person.id AND p.first_day <= %(on)s AND (p.last_day IS NULL OR p.last_day >= %(on)s)
    ) AS led
    WHERE person.id = ANY(%(people)s)
"""


def find_files(text: str, *, by: User, on: date) -> list[Found]:
    """The files the text may mean, the likeliest first, at most twenty."""
    if numbered := _by_number(text, by=by, on=on):
        return numbered
    likely = {each.person_id: each.likeness for each in people_like(text, among=_people_within_reach(by, on))}
    likely = {person: likeness for person, likeness in likely.items() if likeness >= LEAST_LIKENESS}
    return _files_of(likely, by=by, on=on)


def _by_number(text: str, *, by: User, on: date) -> list[Found]:
    """A number is whole or it is nothing: the file number, or a sealed number by its fingerprint."""
    if not any(letter.isdigit() for letter in text):
        return []
    visible = File.objects.visible_to(by, on=on, to=Permission.FIND_PERSON).select_related("child", "unit")
    file = visible.filter(reference=text.strip().upper()).first()
    if file:
        return [Found(file, "", Tie.CHILD)]
    people = Identifier.objects.filter(fingerprint=fingerprint(text)).values_list("person_id", flat=True)
    return _files_of(dict.fromkeys(people, 1.0), by=by, on=on)


def _people_within_reach(user: User, on: date) -> Collection[int] | None:
    """The people in the user's files, or None for everybody."""
    given: dict[str, Any] = {
        "user": user.pk,
        "roles": roles_with(Permission.FIND_PERSON),
        "on": on,
        "few": FEW_FILES,
    }
    with connection.cursor() as cursor:
        cursor.execute(_PEOPLE_WITHIN_REACH, given)
        (people,) = cursor.fetchone()
    return people  # type: ignore[no-any-return]


def _files_of(likely: Mapping[int, float], *, by: User, on: date) -> list[Found]:
    if not likely:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_FILES_OF_PEOPLE, {"people": list(likely), "on": on})
        led: list[tuple[int, str, int, str]] = cursor.fetchall()
    led.sort(key=lambda row: (-likely[row[0]], row[3] != Tie.CHILD, -row[2]))
    visible = File.objects.visible_to(by, on=on, to=Permission.FIND_PERSON).select_related("child", "unit")
    files = {
        file.pk: file for file in visible.filter(pk__in={file_id for _person, _name, file_id, _tie in led})
    }
    found: dict[int, Found] = {}
    for _person, name, file_id, tie in led:
        if file_id in files and file_id not in found:
            found[file_id] = Found(files[file_id], "" if tie == Tie.CHILD else name, tie)
    return list(found.values())[:SHOWN]
