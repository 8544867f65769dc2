from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people.names.shared_data import needs_linkage_data, rows
from vatra.kernel.partial import PartialDate, Precision
from vatra.people.names.fold import to_latin
from vatra.people.names.keys import KEY_COLUMNS, Facts, number, person_keys, probe_keys, unordered

ARTA = Facts("Arta", "Krasniqi", PartialDate(date(2015, 3, 9)), "Agim", "Valbona", "prishtine")
LETTERS = st.text(alphabet="абвгдђежзијклљмнњопрстћуфхцчџш", min_size=1)


def shared(stored: Facts, asked: Facts) -> set[str]:
    keys, probes = person_keys(stored), probe_keys(asked)
    return {column for column in KEY_COLUMNS if keys[column] in probes.get(column, [])}


def test_a_full_record_has_a_number_in_every_column() -> None:
    keys = person_keys(ARTA)
    assert tuple(keys) == KEY_COLUMNS
    assert all(key is not None for key in keys.values())


def test_a_column_is_empty_when_one_of_its_facts_is_missing() -> None:
    keys = person_keys(
        replace(ARTA, birth=PartialDate(date(2015, 1, 1), Precision.YEAR), father="", mother="")
    )
    filled = {column for column, key in keys.items() if key is not None}
    assert filled == {"names_year", "given_year_place", "family_year_place", "names_place"}


def test_nothing_known_asks_for_nothing() -> None:
    assert probe_keys(Facts("", "")) == {}


@pytest.mark.parametrize(
    ("asked", "column"),
    [
        (replace(ARTA, given="Krasniqi", family="Arta"), "given_birth"),
        (replace(ARTA, birth=PartialDate(date(2015, 9, 3))), "given_birth"),
        (replace(ARTA, birth=PartialDate(date(2016, 5, 5))), "names_year"),
        (Facts("Арта", "Краснићи", mother="Валбона"), "names_mother"),
        (replace(ARTA, family="Shala", place=""), "given_father_year"),
        (replace(ARTA, given="Artan", family="Krasnić"), "initials_birthday"),
    ],
)
def test_a_damaged_registration_still_shares_a_key(asked: Facts, column: str) -> None:
    assert column in shared(ARTA, asked)


def test_another_child_shares_none() -> None:
    other = Facts("Milan", "Petrović", PartialDate(date(2009, 11, 30)), "Dragan", "Jelena", "gracanice")
    assert shared(ARTA, other) == set()


def test_the_numbers_never_change_between_machines_or_versions() -> None:
    assert number("names_father", "RT+KRSNK", "GM") == 1_402_036_659


@given(st.text(), st.text())
def test_a_number_fits_a_four_byte_integer(one: str, other: str) -> None:
    assert 0 <= number(one, other) < 2**31


@given(st.text(), st.text())
def test_the_order_of_two_names_does_not_matter(one: str, other: str) -> None:
    assert unordered(one, other) == unordered(other, one)


@given(LETTERS, LETTERS)
def test_both_scripts_have_the_same_keys(name: str, family: str) -> None:
    cyrillic = replace(ARTA, given=name, family=family)
    assert person_keys(cyrillic) == person_keys(replace(ARTA, given=to_latin(name), family=to_latin(family)))


def facts_of(row: dict[str, str]) -> Facts:
    birth = PartialDate.parse(row["dob"]) if row["dob"] else None
    return Facts(row["given"], row["family"], birth, row["father"], place=row["municipality"])


@needs_linkage_data
def test_95_of_100_repeat_registrations_share_a_key_with_the_first() -> None:
    repeats = [row for row in rows("balkan_intake_dev_queries.csv.gz") if row["true_id"]][:1500]
    wanted = {row["true_id"] for row in repeats}
    stored = {
        row["id"]: facts_of(row) for row in rows("balkan_intake_dev_base.csv.gz") if row["id"] in wanted
    }
    found = sum(bool(shared(stored[row["true_id"]], facts_of(row))) for row in repeats)
    assert found / len(repeats) >= 0.95
    assert (
        sum(len(keys) for row in repeats for keys in probe_keys(facts_of(row)).values()) / len(repeats) <= 26
    )
