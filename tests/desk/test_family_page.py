"""The family around a child, in words and drawn."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import (
    TODAY,
    a_child,
    a_file,
    a_person,
    a_user,
    at,
    by,
    siblings,
    signed_in,
    worker_of,
)
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.casework.models import File
from vatra.desk.drawing.genogram import genogram
from vatra.desk.family import family_of
from vatra.kernel.ledger import Event
from vatra.people.actions import add_kin, join_household
from vatra.people.models import Household, Person

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def kin(person: Person, relative: Person, kind: str) -> None:
    add_kin(person=person, relative=relative, kind=kind, by=by(a_user()))


def page(client: Client, file: File) -> str:
    answer = signed_in(client, worker_of(file)).get(f"/files/{file.reference}/family/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_parents_grandparents_and_siblings_are_named_with_their_tie(client: Client) -> None:
    child = a_child("Dren Berisha")
    mother = siblings(child, a_child("Lea Berisha"))
    kin(child, a_person("Zoja Gashi"), "grandparent")
    shown = page(client, a_file(child))
    for words in (mother.name, "Mother", "Zoja Gashi", "Grandparent", "Lea Berisha"):
        assert words in shown


def test_somebody_for_whom_the_child_is_the_relative_is_named_the_other_way_round(client: Client) -> None:
    child = a_child("Dren Berisha")
    kin(a_child("Ema Berisha"), child, "aunt_uncle")
    shown = page(client, a_file(child))
    assert "For this person the child is: Aunt or uncle" in shown


def test_who_lives_in_one_household_today_is_named(client: Client) -> None:
    child, aunt, gone = a_child(), a_person("Teuta Krasniqi"), a_person("Valon Gone")
    household = Household.objects.create(name="Rruga e Dritës 4")
    for person in (child, aunt, gone):
        join_household(household=household, person=person, first_day=date(2025, 1, 1), by=by(a_user()))
    gone.memberships.update(last_day=date(2025, 6, 1))
    shown = page(client, a_file(child))
    assert "Teuta Krasniqi" in shown
    assert "Rruga e Dritës 4" in shown
    assert "Valon Gone" not in shown


def test_generations_are_drawn_in_rows_and_parents_are_joined_to_their_children() -> None:
    child, sister, father = a_child("Dren B"), a_child("Lea B"), a_person("Ilir B")
    mother = siblings(child, sister)
    grandmother = a_person("Zoja G")
    kin(mother, grandmother, "mother")
    kin(child, father, "father")
    drawing = genogram(family_of(child, on=TODAY, siblings=[sister.pk]), [sister.pk])
    rows = {sign.person.given_name: sign.y for sign in drawing.signs}
    assert rows["Zoja"] < rows["Vjosa"] == rows["Ilir"] < rows["Dren"] == rows["Lea"]
    assert len(drawing.ties) == 4
    assert len({(sign.x, sign.y) for sign in drawing.signs}) == len(drawing.signs) == 5


def test_a_family_nobody_knows_is_a_drawing_of_the_child_alone(client: Client) -> None:
    file = a_file()
    drawing = genogram(family_of(file.child, on=TODAY), [])
    assert [(sign.person, sign.is_child) for sign in drawing.signs] == [(file.child, True)]
    assert "No relatives are written down yet." in page(client, file)


def test_a_tie_in_a_circle_is_drawn_once() -> None:
    child, other = a_child(), a_child()
    kin(child, other, "sibling")
    kin(other, child, "sibling")
    drawing = genogram(family_of(child, on=TODAY, siblings=[other.pk]), [other.pk])
    assert len(drawing.signs) == 2


def test_a_relative_can_become_the_carer_of_a_new_home(client: Client) -> None:
    child, grandmother = a_child(), a_person("Zoja Gashi")
    kin(child, grandmother, "grandparent")
    file = a_file(child)
    assert "/homes/new/" not in page(client, file)
    signed_in(client, a_user("supervisor", file.unit))
    shown = client.get(f"/files/{file.reference}/family/").content.decode()
    link = shown[shown.index("/homes/new/?carer=") :].split('"')[0]
    assert "The main carer is Zoja Gashi, who is already known." in client.get(link).content.decode()


def test_a_stranger_finds_nothing_and_the_reading_is_on_record(client: Client) -> None:
    file = a_file()
    assert signed_in(client, a_user()).get(f"/files/{file.reference}/family/").status_code == 404
    page(client, file)
    assert [event.act for event in Event.objects.filter(chain=file.key, reading=True)] == ["read_family"]


def test_the_page_costs_the_same_for_one_relative_and_for_thirty(client: Client) -> None:
    file = a_file()
    address = f"/files/{file.reference}/family/"
    signed_in(client, worker_of(file))
    siblings(file.child, a_child())
    few, _bytes = cost(client, address)
    siblings(file.child, *(a_child() for _number in range(15)))
    for _number in range(15):
        kin(file.child, a_person(), "cousin")
    many, size = cost(client, address)
    assert many == few <= MOST_QUERIES
    assert size < MOST_BYTES
