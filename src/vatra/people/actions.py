"""Acts on people: writing them down, tying them together, finding them again."""

from collections.abc import Sequence
from datetime import date

from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.kernel.partial import PartialDate
from vatra.people.models import Household, Identifier, Kinship, Member, OtherName, Person
from vatra.people.sealed import fingerprint
from vatra.people.search import write_keys


@atomic()
def register_person(
    *,
    given_name: str,
    family_name: str,
    sex: str,
    birth: PartialDate | None,
    by: Actor,
    father_name: str = "",
    mother_name: str = "",
    municipality: str = "",
    languages: Sequence[str] = (),
    is_invented: bool = False,
) -> Person:
    """Write down a person under the name the person bears, so that variants of it find the person again."""
    person = Person(
        given_name=given_name.strip(),
        family_name=family_name.strip(),
        father_name=father_name.strip(),
        mother_name=mother_name.strip(),
        sex=sex,
        birth_on=birth.day if birth else None,
        birth_precision=birth.precision if birth else None,
        municipality=municipality,
        languages=list(languages),
        is_invented=is_invented,
    )
    well_formed(person)
    write_keys(person)
    record("register_person", by=by, chain=person.key, subject=person)
    return person


@atomic()
def rename_person(
    *, person: Person, given_name: str, family_name: str, kind: str, why: str, by: Actor
) -> Person:
    """Correct or change a name; the name before stays as another name of the person."""
    before = OtherName(person=person, kind=kind, given_name=person.given_name, family_name=person.family_name)
    well_formed(before)
    before.save()
    person.given_name, person.family_name = given_name.strip(), family_name.strip()
    well_formed(person)
    write_keys(person)
    record("rename_person", by=by, chain=person.key, subject=person, why=why)
    return person


@atomic()
def add_name(*, person: Person, kind: str, given_name: str, family_name: str, by: Actor) -> OtherName:
    """One more name, or the same in another script."""
    name = OtherName(person=person, kind=kind, given_name=given_name, family_name=family_name)
    well_formed(name)
    name.save()
    write_keys(person)
    record("add_name", by=by, chain=person.key, subject=name, facts={"kind": kind})
    return name


@atomic()
def add_kin(
    *, person: Person, relative: Person, kind: str, by: Actor, first_day: date | None = None
) -> Kinship:
    """The relative is the person's mother, grandparent, sibling …"""
    kinship = Kinship(person=person, relative=relative, kind=kind, first_day=first_day)
    kinship.full_clean()
    kinship.save()
    record("add_kin", by=by, chain=person.key, subject=kinship, facts={"kind": kind, "relative": relative.pk})
    return kinship


@atomic()
def start_household(
    *, name: str, municipality: str, address: str, person: Person, first_day: date, by: Actor
) -> Household:
    """A household is written down with the first person who lives in it."""
    household = Household(name=name, municipality=municipality, address=address)
    household.full_clean()
    household.save()
    member = Member(household=household, person=person, first_day=first_day)
    member.full_clean()
    member.save()
    record("start_household", by=by, chain=person.key, subject=household, on=first_day)
    return household


@atomic()
def join_household(*, household: Household, person: Person, first_day: date, by: Actor) -> Member:
    """From this day the person lives in the household."""
    member = Member(household=household, person=person, first_day=first_day)
    member.full_clean()
    member.save()
    record("join_household", by=by, chain=person.key, subject=member, on=first_day)
    return member


@atomic()
def add_identifier(*, person: Person, kind: str, issuer: str, value: str, by: Actor) -> Identifier:
    """A number somebody else gave the person; sealed, and found only whole."""
    identifier = Identifier(
        person=person, kind=kind, issuer=issuer, value=value.strip(), fingerprint=fingerprint(value)
    )
    identifier.full_clean()
    identifier.save()
    record("add_identifier", by=by, chain=person.key, subject=identifier, facts={"kind": kind})
    return identifier
