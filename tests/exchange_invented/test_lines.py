"""A row reaches its table as it was said, and what was not said as usual."""

from uuid import UUID

import pytest

from vatra.exchange.invented.rows import Block, Rows
from vatra.kernel.copying import array
from vatra.people.models import Person
from vatra.people.words import Municipality, Sex

SAID = {
    "key": UUID(int=7),
    "sex": Sex.FEMALE.value,
    "municipality": Municipality.PEJE.value,
    "sort_key": "vjosa",
    "languages": array(["sq", "sr"]),
}


def written(**values: object) -> Person:
    rows = Rows({Person: Block(1_000_000, 1)})
    number = rows.add(Person, **SAID | values)
    rows.write()
    return Person.objects.get(pk=number)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["Vjosa", "None", "\\", r"C:\new \N \.", "100 %s", "Đorđe"])
def test_a_name_arrives_as_it_was_said(name: str) -> None:
    assert written(given_name=name).given_name == name


@pytest.mark.django_db
def test_what_is_not_said_is_the_usual() -> None:
    person = written(given_name="Vjosa", birth_on=None)
    assert (person.key, person.languages) == (SAID["key"], ["sq", "sr"])
    assert (person.birth_on, person.family_name, person.is_invented) == (None, "", False)


def test_a_column_that_the_table_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match=r"Person has no .'nickname'"):
        Rows({Person: Block(1, 1)}).add(Person, **SAID, nickname="Vjo")


def test_a_column_without_a_usual_value_has_to_be_said() -> None:
    with pytest.raises(ValueError, match=r"Person needs .'sort_key'"):
        Rows({Person: Block(1, 1)}).add(Person, key=SAID["key"], sex=SAID["sex"])
