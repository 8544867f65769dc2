"""Finding people again: by what somebody typed, and by what is known of a child who may already be known."""

from vatra.people.models import NameToken, Person, PersonKey
from vatra.people.names.collation import sort_key
from vatra.people.names.keys import KEY_VERSION, Facts, person_keys
from vatra.people.names.tokens import token_keys


def write_keys(person: Person) -> None:
    """Save the person together with every key the person is found under."""
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
    PersonKey.objects.update_or_create(
        person=person, defaults={"key_version": KEY_VERSION, **person_keys(facts)}
    )
    names = [person.name, *(f"{other.given_name} {other.family_name}" for other in person.other_names.all())]
    wanted = set().union(*(token_keys([name]) for name in names))
    held = set(person.name_tokens.values_list("key", flat=True))
    person.name_tokens.filter(key__in=held - wanted).delete()
    NameToken.objects.bulk_create(NameToken(person=person, key=key) for key in sorted(wanted - held))
