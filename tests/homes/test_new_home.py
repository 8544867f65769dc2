"""Writing down a home, with its carer and for how many children."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.builders import a_person, a_unit, a_user, at, signed_in
from vatra.access.models import Unit
from vatra.access.roles import Role
from vatra.homes.forms.home import signed_carer
from vatra.homes.models import Home
from vatra.kernel.ledger import Event
from vatra.people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def typed(unit: Unit, **changed: Any) -> dict[str, Any]:
    """A home as somebody types it."""
    return {
        "name": "Family Gashi",
        "form": "foster_long",
        "unit": unit.pk,
        "municipality": "peje",
        "address": "Rruga e Dritës 4",
        "first_day": "2026-02-28",
        "children": "2",
        "carer_given_name": "Zoja",
        "carer_family_name": "Gashi",
        "carer_sex": "F",
        **changed,
    }


def test_a_home_is_written_down_with_its_carer_and_capacity(client: Client) -> None:
    unit = a_unit()
    answer = signed_in(client, a_user(Role.SUPERVISOR, unit)).post("/homes/new/", typed(unit))
    home = Home.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/homes/{home.pk}/")
    assert (home.name, home.unit, home.first_day) == ("Family Gashi", unit, date(2026, 2, 28))
    assert [(carer.person.name, carer.is_main_carer) for carer in home.carers.all()] == [("Zoja Gashi", True)]
    assert [(each.children, each.first_day) for each in home.capacities.all()] == [(2, home.first_day)]
    acts = Event.objects.filter(chain=home.key).order_by("position").values_list("act", flat=True)
    assert list(acts) == ["open_home", "name_carer", "agree_capacity"]


def test_somebody_already_known_becomes_the_carer_and_is_not_written_down_again(client: Client) -> None:
    unit, grandmother = a_unit(), a_person("Zoja Berisha")
    signed_in(client, a_user(Role.SUPERVISOR, unit))
    token = signed_carer(grandmother)
    shown = client.get("/homes/new/", {"carer": token}).content.decode()
    assert "The main carer is Zoja Berisha, who is already known." in shown
    people = Person.objects.count()
    client.post("/homes/new/", typed(unit, known_carer=token))
    assert Home.objects.get().carers.get().person == grandmother
    assert Person.objects.count() == people


def test_a_person_cannot_be_named_by_guessing(client: Client) -> None:
    unit, somebody = a_unit(), a_person("Zoja Berisha")
    signed_in(client, a_user(Role.SUPERVISOR, unit))
    shown = client.get("/homes/new/", {"carer": str(somebody.pk)}).content.decode()
    assert "Zoja Berisha" not in shown


def test_a_home_without_a_named_carer_is_refused_and_nothing_typed_is_lost(client: Client) -> None:
    unit = a_unit()
    signed_in(client, a_user(Role.SUPERVISOR, unit))
    answer = client.post("/homes/new/", typed(unit, carer_given_name="", carer_family_name=""))
    assert answer.status_code == 422
    assert "Name the person who cares for the children here." in answer.content.decode()
    assert "Rruga e Dritës 4" in answer.content.decode()
    assert not Home.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [("first_day", "2026-03-17"), ("first_day", "2026-02-29"), ("children", "0"), ("form", "x")],
)
def test_what_cannot_be_is_refused(client: Client, field: str, value: str) -> None:
    unit = a_unit()
    signed_in(client, a_user(Role.SUPERVISOR, unit))
    assert client.post("/homes/new/", typed(unit, **{field: value})).status_code == 422
    assert not Home.objects.exists()


def test_a_home_is_written_down_only_for_units_one_answers_for(client: Client) -> None:
    signed_in(client, a_user(Role.SUPERVISOR))
    assert client.post("/homes/new/", typed(a_unit("Elsewhere"))).status_code == 422
    assert "Elsewhere" not in client.get("/homes/new/").content.decode()


def test_the_same_page_sent_twice_writes_one_home(client: Client) -> None:
    unit = a_unit()
    signed_in(client, a_user(Role.SUPERVISOR, unit))
    sent = typed(unit, once="6f1c2b1e-0000-4000-8000-000000000000")
    for _time in range(2):
        assert client.post("/homes/new/", sent).status_code == 302
    assert Home.objects.count() == 1


def test_a_social_worker_may_not_write_down_homes(client: Client) -> None:
    unit = a_unit()
    worker = signed_in(client, a_user(unit=unit))
    assert worker.get("/homes/new/").status_code == 403
    assert worker.post("/homes/new/", typed(unit)).status_code == 403
