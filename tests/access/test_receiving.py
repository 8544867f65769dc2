"""Which unit receives what the public sends in: one on each day, the municipality's own before the one for all."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import LONG_AGO, TODAY, a_unit, a_user, at, signed_in
from vatra.access.models import Receiving, SentIn, Unit
from vatra.access.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def receives(unit: Unit, municipality: str = "", first_day: date = LONG_AGO) -> Receiving:
    return Receiving.objects.create(
        unit=unit, what=SentIn.WORRY, municipality=municipality, first_day=first_day
    )


def typed(unit: Unit, **changed: str) -> dict[str, object]:
    day = {"first_day_day": "16", "first_day_month": "3", "first_day_year": "2026"}
    return {"what": "worry", "municipality": "peje", "unit": unit.pk, **day, **changed}


def test_the_unit_of_the_municipality_comes_before_the_one_for_all() -> None:
    own, other = a_unit(), a_unit()
    receives(own, "peje")
    receives(other)
    found = [Receiving.objects.unit_for(SentIn.WORRY, each, on=TODAY) for each in ("peje", "gjilan")]
    assert found == [own, other]
    assert Receiving.objects.unit_for(SentIn.ENQUIRY, "peje", on=TODAY) is None


def test_from_its_first_to_its_last_day() -> None:
    receiving = receives(a_unit(), "peje", first_day=TODAY)
    receiving.last_day = TODAY
    receiving.save()
    days = [TODAY + timedelta(days=number) for number in (-1, 0, 1)]
    assert [bool(Receiving.objects.unit_for("worry", "peje", on=day)) for day in days] == [False, True, False]


def test_an_administrator_names_a_unit_and_ends_it(client: Client) -> None:
    unit = a_unit()
    signed_in(client, a_user(Role.ADMINISTRATOR, unit))
    assert client.post("/site/receiving/new/", typed(unit)).headers["Location"] == "/site/receiving/"
    receiving = Receiving.objects.get()
    assert "Pejë / Peć" in client.get("/site/receiving/").content.decode()
    ended = {"last_day_day": "16", "last_day_month": "3", "last_day_year": "2026"}
    client.post(f"/site/receiving/{receiving.pk}/end/", ended)
    receiving.refresh_from_db()
    assert receiving.last_day == TODAY


def test_two_units_on_one_day_are_refused(client: Client) -> None:
    unit = a_unit()
    receives(unit, "peje")
    signed_in(client, a_user(Role.ADMINISTRATOR, unit))
    answer = client.post("/site/receiving/new/", typed(unit))
    assert answer.status_code == 422
    assert "Another unit already receives this on these days." in answer.content.decode()


def test_an_end_before_the_beginning_is_refused(client: Client) -> None:
    unit = a_unit()
    receiving = receives(unit, first_day=TODAY)
    signed_in(client, a_user(Role.ADMINISTRATOR, unit))
    ended = {"last_day_day": "15", "last_day_month": "3", "last_day_year": "2026"}
    assert client.post(f"/site/receiving/{receiving.pk}/end/", ended).status_code == 422


def test_units_of_another_organisation_are_not_named_nor_ended(client: Client) -> None:
    elsewhere = a_unit()
    receiving = receives(elsewhere)
    signed_in(client, a_user(Role.ADMINISTRATOR))
    assert client.post("/site/receiving/new/", typed(elsewhere)).status_code == 422
    assert client.get(f"/site/receiving/{receiving.pk}/end/").status_code == 404


def test_an_advocacy_officer_may_not(client: Client) -> None:
    assert signed_in(client, a_user(Role.ADVOCACY_OFFICER)).get("/site/receiving/").status_code == 403
