"""Drawing the family: relatives new and known, brothers and sisters, households."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import a_file, a_person, by, siblings, signed_in, worker_of
from vatra.casework.models import File
from vatra.kernel.models import Event
from vatra.people.actions import add_kin, join_household, start_household
from vatra.people.models import Household, Kinship, Member, Person
from vatra.people.queries import siblings_of

pytestmark = pytest.mark.django_db

GRANDMOTHER = {
    "kind": "grandparent",
    "given_name": "Hatixhe",
    "family_name": "Berisha",
    "birth_year": "1955",
    "sex": "F",
}


def page(file: File) -> str:
    return f"/files/{file.reference}/family/new/"


def test_a_grandmother_is_written_down_and_tied_to_the_child(client: Client) -> None:
    file = a_file()
    answer = signed_in(client, worker_of(file)).post(page(file), GRANDMOTHER)
    assert answer.headers["Location"] == f"/files/{file.reference}/family/"
    tie = Kinship.objects.get()
    assert (tie.person, tie.kind, tie.relative.name) == (file.child, "grandparent", "Hatixhe Berisha")
    assert (tie.relative.birth_on, tie.relative.birth_precision) == (date(1955, 1, 1), "year")
    event = Event.objects.filter(chain=file.child.key).latest("position")
    assert (event.act, event.user_id) == ("add_kin", worker_of(file).pk)


def test_a_mother_of_whom_no_sex_was_marked_is_a_woman(client: Client) -> None:
    file = a_file()
    sent = {**GRANDMOTHER, "kind": "mother", "sex": "U"}
    signed_in(client, worker_of(file)).post(page(file), sent)
    assert Kinship.objects.get().relative.sex == "F"


def test_a_brother_with_a_file_of_his_own_is_named_by_its_number(client: Client) -> None:
    file = a_file()
    brother = a_file(worker=worker_of(file))
    sent = {"kind": "sibling", "sex": "U", "reference": brother.reference}
    signed_in(client, worker_of(file)).post(page(file), sent)
    assert siblings_of([file.child_id]) == {file.child_id: [brother.child]}


def test_somebody_without_a_name_is_refused(client: Client) -> None:
    file = a_file()
    answer = signed_in(client, worker_of(file)).post(page(file), {"kind": "cousin", "sex": "U"})
    assert answer.status_code == 422
    assert "Write at least one name" in answer.content.decode()
    assert Kinship.objects.count() == 0


def test_a_relative_known_from_a_sister_is_asked_about_and_not_written_down_twice(client: Client) -> None:
    file = a_file()
    sister = a_file(worker=worker_of(file))
    known = a_person("Hatixhe Berisha", birth=date(1955, 4, 2))
    add_kin(person=sister.child, relative=known, kind="grandparent", by=by(worker_of(file)))
    browser = signed_in(client, worker_of(file))
    asked = browser.post(page(file), GRANDMOTHER)
    assert asked.status_code == 422
    assert f'name="same_as" value="{known.pk}"' in asked.content.decode()
    people = Person.objects.count()
    browser.post(page(file), {**GRANDMOTHER, "shown": str(known.pk), "same_as": str(known.pk)})
    assert Kinship.objects.get(person=file.child).relative == known
    assert Person.objects.count() == people


def test_a_tie_is_not_written_twice(client: Client) -> None:
    file = a_file()
    mother = siblings(file.child)
    sent = {"kind": "mother", "given_name": "Vjosa", "family_name": "Berisha", "sex": "F"}
    chosen = {**sent, "shown": str(mother.pk), "same_as": str(mother.pk)}
    answer = signed_in(client, worker_of(file)).post(page(file), chosen)
    assert answer.status_code == 422
    assert "This tie is already in the family." in answer.content.decode()
    assert Kinship.objects.count() == 1


def a_household(file: File, mother: Person) -> Household:
    """Where the mother lives."""
    return start_household(
        name="Berisha",
        municipality="gjakove",
        address="Rruga e Nënës 1",
        person=mother,
        first_day=date(2020, 1, 1),
        by=by(worker_of(file)),
    )


def test_mother_and_child_live_together_in_a_new_household(client: Client) -> None:
    file = a_file()
    mother = siblings(file.child)
    sent = {"name": "Berisha", "people": [file.child_id, mother.pk], "first_day": "2020-02-29"}
    signed_in(client, worker_of(file)).post(f"/files/{file.reference}/household/", sent)
    members = Member.objects.filter(household=Household.objects.get())
    assert {(each.person, each.first_day) for each in members} == {
        (file.child, date(2020, 2, 29)),
        (mother, date(2020, 2, 29)),
    }


def test_the_child_joins_the_household_of_the_mother(client: Client) -> None:
    file = a_file()
    household = a_household(file, siblings(file.child))
    sent = {"household": household.pk, "people": [file.child_id], "first_day": "2026-03-01"}
    signed_in(client, worker_of(file)).post(f"/files/{file.reference}/household/", sent)
    assert Member.objects.get(person=file.child).household == household


def test_nobody_joins_a_household_twice_or_one_of_another_family(client: Client) -> None:
    file = a_file()
    household = a_household(file, siblings(file.child))
    join_household(household=household, person=file.child, first_day=date(2026, 1, 1), by=by(worker_of(file)))
    browser = signed_in(client, worker_of(file))
    url = f"/files/{file.reference}/household/"
    sent = {"household": household.pk, "people": [file.child_id], "first_day": "2026-03-01"}
    twice = browser.post(url, sent)
    assert twice.status_code == 422
    assert "This person already belongs to this household on these days." in twice.content.decode()
    other = a_file()
    foreign = a_household(other, siblings(other.child))
    assert browser.post(url, {**sent, "household": foreign.pk}).status_code == 422
    assert Member.objects.filter(person=file.child).count() == 1
