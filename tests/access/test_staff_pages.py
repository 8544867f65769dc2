"""The list of staff, one person's page, and the tree of units."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.access.builders import a_colleague, an_administrator, unit_of
from tests.builders import PASSWORD, a_unit, a_user, signed_in
from vatra.access.models import Appointment
from vatra.access.roles import Role
from vatra.access.staff_list import PAGE

pytestmark = pytest.mark.django_db


def queries_of(client: Client, page: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


def test_the_list_shows_ones_own_staff_and_nobody_elses(client: Client) -> None:
    administrator, stranger = an_administrator(), a_user()
    colleague = a_colleague(administrator, Role.CARER)
    text = signed_in(client, administrator).get("/staff/").text
    assert (colleague.full_name in text, stranger.full_name in text) == (True, False)
    assert f"Carer, {unit_of(colleague).name}" in text


@pytest.mark.parametrize("page", ["/staff/", "/units/"])
def test_a_page_asks_as_often_for_thirty_rows_as_for_one(client: Client, page: str) -> None:
    administrator = an_administrator()
    signed_in(client, administrator)
    a_colleague(administrator)
    few = queries_of(client, page)
    for _number in range(29):
        a_colleague(administrator)
    assert queries_of(client, page) == few
    assert few < 15


def test_the_list_goes_on_where_the_page_ended(client: Client) -> None:
    administrator = an_administrator()
    colleagues = [a_colleague(administrator) for _number in range(PAGE + 3)]
    signed_in(client, administrator)
    first = client.get("/staff/")
    second = client.get("/staff/" + first.context["next"])
    shown = [each.user.pk for page in (first, second) for each in page.context["people"]]
    assert len(first.context["people"]) == PAGE
    assert sorted(shown) == sorted(each.pk for each in (administrator, *colleagues))
    assert second.context["next"] == ""


def test_the_list_is_searched_by_part_of_a_name(client: Client) -> None:
    administrator = an_administrator()
    unit = unit_of(administrator)
    for name in ("Vjosa Kelmendi", "Dragana Petrović"):
        a_user(unit=unit, full_name=name)
    text = signed_in(client, administrator).get("/staff/?name=kelm").text
    assert ("Vjosa Kelmendi" in text, "Dragana Petrović" in text) == (True, False)


def test_a_person_shows_appointments_and_the_last_sign_in(client: Client) -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    page = f"/staff/{colleague.pk}/"
    signed_in(client, administrator)
    assert "Never" in client.get(page).text
    Client().post("/account/login/", {"login": colleague.username, "password": PASSWORD})
    text = client.get(page).text
    assert "Never" not in text
    assert unit_of(colleague).name in text


def test_an_appointment_elsewhere_is_not_told(client: Client) -> None:
    administrator, elsewhere = an_administrator(), a_unit("Shtëpia e Fshehtë")
    colleague = a_colleague(administrator)
    Appointment.objects.create(
        user=colleague, unit=elsewhere, role=Role.SUPERVISOR, first_day=elsewhere.first_day
    )
    text = signed_in(client, administrator).get(f"/staff/{colleague.pk}/").text
    assert elsewhere.name not in text
    assert "This person also works in a unit that is not yours." in text


def test_a_stranger_finds_nobody(client: Client) -> None:
    colleague = a_colleague(an_administrator())
    assert signed_in(client, an_administrator()).get(f"/staff/{colleague.pk}/").status_code == 404


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_only_administrators_keep_staff(client: Client, role: Role) -> None:
    signed_in(client, a_user(role))
    pages = ("/staff/", "/staff/new/", "/units/", "/units/new/")
    assert [client.get(page).status_code for page in pages] == [403] * 4


def test_the_tree_shows_ones_own_units_and_who_works_there(client: Client) -> None:
    administrator, stranger = an_administrator(a_unit("QPS Pejë")), a_unit("QPS Gjakovë")
    a_user(unit=a_unit("Ekipi Pejë 1", parent=unit_of(administrator)))
    answer = signed_in(client, administrator).get("/units/")
    (top,) = answer.context["branches"]
    assert [(each.unit.name, each.people) for each in (top, *top.below)] == [
        ("QPS Pejë", 1),
        ("Ekipi Pejë 1", 1),
    ]
    assert stranger.name not in answer.text
