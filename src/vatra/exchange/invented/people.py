"""Writing down an invented person, with every number the person is found under."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from vatra.exchange.invented.caseload import Caseload
from vatra.kernel.copying import array
from vatra.kernel.partial import PartialDate, Precision
from vatra.people.models import Kinship, NameToken, Person, PersonKey
from vatra.people.names.collation import sort_key
from vatra.people.names.keys import KEY_VERSION, Facts, person_keys
from vatra.people.names.tokens import token_keys
from vatra.people.words import KinKind, Language, Sex


class Known(NamedTuple):
    """What the rest of the story needs of a person."""

    number: int
    key: UUID
    given: str
    family: str
    born: date
    language: Language
    sort_key: str

    @property
    def name(self) -> str:
        """Given name, then family name."""
        return f"{self.given} {self.family}"


@lru_cache(maxsize=100_000)
def _keys_of_name(given: str, family: str) -> tuple[str, Sequence[int]]:
    return sort_key(family, given), sorted(token_keys([f"{given} {family}"]))


def register(
    caseload: Caseload,
    *,
    given: str,
    family: str,
    sex: Sex,
    born: date,
    language: Language,
    on: date,
    by: int,
    precision: Precision = Precision.EXACT,
    father: str = "",
    mother: str = "",
) -> Known:
    """The person, invented and marked so."""
    place, key = caseload.team.municipality, caseload.chance.key()
    in_order, tokens = _keys_of_name(given, family)
    number = caseload.rows.add(
        Person,
        key=key,
        given_name=given,
        family_name=family,
        father_name=father,
        mother_name=mother,
        sex=sex.value,
        birth_on=born,
        birth_precision=precision.value,
        municipality=place.value,
        languages=array([language.value]),
        is_invented=True,
        sort_key=in_order,
    )
    facts = Facts(given, family, PartialDate(born, precision), father, mother, place.value)
    _write_keys(caseload, number, facts, tokens)
    caseload.act("register_person", by, key, (Person, number), on)
    return Known(number, key, given, family, born, language, in_order)


def _write_keys(caseload: Caseload, person: int, facts: Facts, tokens: Sequence[int]) -> None:
    rows = caseload.rows
    rows.add_keyed(PersonKey, person_id=person, key_version=KEY_VERSION, **person_keys(facts))
    for token in tokens:
        rows.add(NameToken, person_id=person, key=token)


def tie(caseload: Caseload, person: Known, relative: Known, kind: KinKind, *, on: date, by: int) -> None:
    """The relative is the person's mother, grandparent …"""
    number = caseload.rows.add(Kinship, person_id=person.number, relative_id=relative.number, kind=kind.value)
    told = {"kind": kind.value, "relative": relative.number}
    caseload.act("add_kin", by, person.key, (Kinship, number), on, told)
