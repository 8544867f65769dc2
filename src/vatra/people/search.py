"""Finding people again: by what somebody typed, and by what is known of a child who may already be known."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import connection

from vatra.people.models import NameToken, NameWord, Person, PersonKey
from vatra.people.names.collation import sort_key
from vatra.people.names.find import find_probes, score, word_probes
from vatra.people.names.keys import KEY_VERSION, Facts, person_keys
from vatra.people.names.tokens import token_keys, word_keys, words_of

PER_NUMBER = 50
MOST_LIKELY = 200

# The best guesses first, and of each guess the latest people.
_ANYBODY = """
    SELECT found.person_id
    FROM unnest(%(probes)s::int4[]) WITH ORDINALITY AS probe (key, rank)
    CROSS JOIN LATERAL (
        SELECT token.person_id FROM people_nametoken AS token
        WHERE token.key = probe.key
        ORDER BY token.person_id DESC
        LIMIT %(each)s
    ) AS found
    ORDER BY probe.rank
    LIMIT %(all)s
"""

# The same among few people: all of theirs are looked at, so that a common name does not hide the few one knows.
_AMONG = """
    SELECT token.person_id
    FROM people_nametoken AS token
    INNER JOIN unnest(%(probes)s::int4[]) WITH ORDINALITY AS probe (key, rank) ON probe.key = token.key
    WHERE token.person_id = ANY(%(among)s::bigint[])
    ORDER BY probe.rank
    LIMIT %(all)s
"""

_NAMES = """
    WITH likely AS MATERIALIZED ({likely})
    SELECT id, given_name || ' ' || family_name FROM people_person WHERE id IN (SELECT person_id FROM likely)
    UNION ALL
    SELECT person_id, given_name || ' ' || family_name FROM people_othername
    WHERE person_id IN (SELECT person_id FROM likely)
"""
_NAMES_OF_ANYBODY, _NAMES_AMONG = _NAMES.format(likely=_ANYBODY), _NAMES.format(likely=_AMONG)


@dataclass(frozen=True)
class Likely:
    """Somebody who may be meant, and how well the typed words fit: from 0 to 1."""

    person_id: int
    likeness: float


def people_like(text: str, *, among: Collection[int] | None = None) -> list[Likely]:
    """People whose names the typed words may mean, the likeliest first. Two queries for any text.

    With `among` only these people are looked at; None looks at everybody.
    """
    occurring = NameWord.objects.filter(key__in=word_probes(text)).values_list("word", flat=True).distinct()
    probes = find_probes(text, list(occurring))
    if not probes:
        return []
    given = {
        "probes": probes,
        "among": list(among) if among is not None else None,
        "each": PER_NUMBER,
        "all": MOST_LIKELY,
    }
    with connection.cursor() as cursor:
        cursor.execute(_NAMES_OF_ANYBODY if among is None else _NAMES_AMONG, given)
        names: list[tuple[int, str]] = cursor.fetchall()
    return _ranked(text, names)


def _ranked(text: str, names: Iterable[tuple[int, str]]) -> list[Likely]:
    best: dict[int, float] = {}
    for person_id, name in names:
        best[person_id] = max(best.get(person_id, 0.0), score(text, [name]))
    likely = [Likely(person_id, likeness) for person_id, likeness in best.items()]
    return sorted(likely, key=lambda each: (-each.likeness, -each.person_id))


def write_keys(person: Person) -> None:
    """Save the person together with every key the person is found under."""
    is_new = person.pk is None
    person.sort_key = sort_key(person.family_name, person.given_name)
    person.save()
    facts = Facts(
        given=person.given_name,
        family=person.family_name,
        birth=person.birth,
        father=person.father_name,
        mother=person.mother_name,
        place=person.municipality,
    )
    keys = {"key_version": KEY_VERSION, **person_keys(facts)}
    if is_new:
        PersonKey.objects.create(person=person, **keys)
        names, held = [person.name], set()
    else:
        PersonKey.objects.update_or_create(person=person, defaults=keys)
        others = person.other_names.all()
        names = [person.name, *(f"{other.given_name} {other.family_name}" for other in others)]
        held = set(person.name_tokens.values_list("key", flat=True))
    wanted = set().union(*(token_keys([name]) for name in names))
    person.name_tokens.filter(key__in=held - wanted).delete()
    NameToken.objects.bulk_create(NameToken(person=person, key=key) for key in sorted(wanted - held))
    keep_words(names)


def keep_words(names: Iterable[str]) -> None:
    """Keep the words of these names, so that what somebody types is compared with words that occur."""
    words = {word for name in names for word in words_of(name)}
    rows = [NameWord(key=key, word=word) for word in sorted(words) for key in sorted(word_keys(word))]
    NameWord.objects.bulk_create(rows, ignore_conflicts=True)
