"""Writing the children themselves: the return gives no names, so the number stands where a name would."""

import re
from collections.abc import Mapping

from vatra.exchange.ssda903.building.identity import Identity
from vatra.exchange.ssda903.building.picture import Picture
from vatra.exchange.ssda903.rows import ChildKey
from vatra.exchange.ssda903.writing.reconcile import BATCH
from vatra.people.models import Identifier, NameToken, Person, PersonKey
from vatra.people.names.collation import sort_key
from vatra.people.names.keys import KEY_COLUMNS, KEY_VERSION, Facts, person_keys
from vatra.people.names.tokens import token_keys
from vatra.people.sealed import fingerprint
from vatra.people.words import IdentifierKind

ISSUER = "England"
PUPIL_NUMBER = re.compile(r"[A-Z]\d{11}[0-9A-Z]")
CORRECTED = ("sex", "birth_on", "birth_precision", "died_on")


def new_people(pictures: Mapping[ChildKey, Picture]) -> dict[ChildKey, Person]:
    """Write down children who have no file yet, with the keys by which they are found."""
    people = {child: _person(child, picture) for child, picture in pictures.items()}
    Person.objects.bulk_create(people.values(), batch_size=BATCH)
    PersonKey.objects.bulk_create([_keys(person) for person in people.values()], batch_size=BATCH)
    tokens = [
        NameToken(person=person, key=key)
        for person in people.values()
        for key in sorted(token_keys([person.name]))
    ]
    NameToken.objects.bulk_create(tokens, batch_size=BATCH)
    return people


def correct_people(people: Mapping[ChildKey, Person], pictures: Mapping[ChildKey, Picture]) -> None:
    """Sex, birth and death as the latest return gives them."""
    changed = [person for child, person in people.items() if _take_over(person, pictures[child])]
    Person.objects.bulk_update(changed, CORRECTED, batch_size=BATCH)
    PersonKey.objects.bulk_update(
        [_keys(person) for person in changed], ["key_version", *KEY_COLUMNS], batch_size=BATCH
    )


def write_pupil_numbers(people: Mapping[ChildKey, Person], identities: Mapping[ChildKey, Identity]) -> None:
    """Seal the pupil numbers; one that somebody else already bears is left to whoever compares the two."""
    wanted = {
        fingerprint(number): (people[child], number)
        for child, identity in identities.items()
        if PUPIL_NUMBER.fullmatch(number := identity.pupil_number)
    }
    known = Identifier.objects.filter(kind=IdentifierKind.PUPIL_NUMBER, fingerprint__in=list(wanted))
    taken = set(known.values_list("fingerprint", flat=True))
    Identifier.objects.bulk_create(
        [
            Identifier(
                person=person,
                kind=IdentifierKind.PUPIL_NUMBER,
                issuer=ISSUER,
                value=number,
                fingerprint=print_,
            )
            for print_, (person, number) in wanted.items()
            if print_ not in taken
        ],
        batch_size=BATCH,
    )


def _person(child: ChildKey, picture: Picture) -> Person:
    person = Person(family_name=f"SSDA903 {child.number}")
    person.sort_key = sort_key(person.family_name, "")
    _take_over(person, picture)
    return person


def _take_over(person: Person, picture: Picture) -> bool:
    birth = picture.identity.birth
    told = (
        picture.identity.sex,
        birth.day if birth else None,
        birth.precision if birth else None,
        picture.died_on,
    )
    before = tuple(getattr(person, field) for field in CORRECTED)
    for field, value in zip(CORRECTED, told, strict=True):
        setattr(person, field, value)
    return before != told


def _keys(person: Person) -> PersonKey:
    facts = Facts(given="", family=person.family_name, birth=person.birth)
    return PersonKey(person=person, key_version=KEY_VERSION, **person_keys(facts))
