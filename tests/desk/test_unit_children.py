"""The children of a unit, in the order of their names."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import (
    TODAY,
    a_child,
    a_file,
    a_home,
    a_placement,
    a_unit,
    a_user,
    at,
    by,
    signed_in,
    worker_of,
)
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from tests.desk.many import a_child_living_in
from vatra.access.models import Unit, User
from vatra.access.models.unit import UnitKind
from vatra.access.roles import Role
from vatra.casework.actions import close_file
from vatra.law.actions import end_guardianship

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def page(client: Client, user: User, unit: Unit, **asked: str) -> str:
    answer = signed_in(client, user).get(f"/units/{unit.pk}/children/", asked)
    assert answer.status_code == 200
    return answer.content.decode()


def in_order(shown: str, *names: str) -> bool:
    places = [shown.index(name) for name in names]
    return places == sorted(places)


def test_children_stand_in_the_order_of_an_alphabet_for_all_languages(client: Client) -> None:
    worker = a_user()
    for name in ("Ana Zogaj", "Ana Çela", "Ana Cana", "Ана Ђокић", "Ana Dervishi"):
        a_file(a_child(name), worker=worker)
    shown = page(client, worker, worker.appointments.get().unit)
    assert in_order(shown, "Ana Cana", "Ana Çela", "Ana Dervishi", "Ана Ђокић", "Ana Zogaj")


def test_each_child_is_shown_with_home_worker_and_what_is_next(client: Client) -> None:
    file = a_placement(a_file(a_child("Dren Berisha")), home=a_home("Family Gashi")).file
    shown = page(client, worker_of(file), file.unit)
    for words in (
        "Dren Berisha",
        "7 years",
        file.reference,
        "Family Gashi",
        worker_of(file).full_name,
        "Late",
    ):
        assert words in shown


def test_the_list_can_be_narrowed(client: Client) -> None:
    worker = a_user()
    unit = worker.appointments.get().unit
    placed = a_placement(a_file(a_child("Dren Placed"), worker=worker)).file
    alone = a_placement(a_file(a_child("Lea Alone"), worker=worker)).file
    end_guardianship(guardianship=alone.guardianships.get(), on=date(2026, 1, 1), why="-", by=by(worker))
    a_file(a_child("Ema Apart"), worker=a_user(unit=unit))
    gone = a_file(a_child("Jon Gone"), worker=worker)
    close_file(file=gone, on=TODAY, reason="abroad", why="-", by=by(worker))

    def names(only: str) -> set[str]:
        shown = page(client, worker, unit, only=only)
        return {name for name in ("Placed", "Alone", "Apart", "Gone") if name in shown}

    assert names("") == {"Placed", "Alone", "Apart"}
    assert names("mine") == {"Placed", "Alone"}
    assert names("in_care") == {"Placed", "Alone"}
    assert names("no_guardian") == {"Alone"}
    assert names("closed") == {"Gone"}
    assert names("no_worker") == set()
    assert names("nonsense") == names("")
    assert placed.reference in page(client, worker, unit, only="late")


def test_a_long_list_goes_on_after_the_last_name(client: Client) -> None:
    worker = a_user()
    unit = worker.appointments.get().unit
    for number in range(33):
        a_file(a_child(f"Child {'abcdefghijklmnopq'[number // 2]}berisha"), worker=worker)
    first = page(client, worker, unit)
    following = first[first.rindex("after=") :].split('"')[0].removeprefix("after=")
    second = page(client, worker, unit, after=following)
    assert first.count("/files/V-") == 30
    assert second.count("/files/V-") == 3
    assert not set(first.split("/files/")[1:]) & set(second.split("/files/")[1:])
    assert "Child aberisha" in page(client, worker, unit, after="x" * 30)


def test_a_centre_shows_the_children_of_its_teams_and_leads_to_each_team(client: Client) -> None:
    centre = a_unit("Centre")
    centre.kind = UnitKind.CENTRE
    centre.save()
    team = a_unit("Team of the hills", parent=centre)
    file, elsewhere = a_file(unit=team), a_file()
    supervisor = a_user(Role.SUPERVISOR, centre)
    shown = page(client, supervisor, centre)
    assert f'href="/units/{team.pk}/children/"' in shown
    assert file.child.name in shown
    assert elsewhere.child.name not in shown
    assert file.child.name in page(client, supervisor, team)


def test_a_whole_organisation_is_looked_at_centre_by_centre(client: Client) -> None:
    organisation = a_unit("Organisation")
    organisation.kind = UnitKind.ORGANISATION
    organisation.save()
    centre = a_unit("Centre of the plain", parent=organisation)
    file = a_file(unit=centre)
    shown = page(client, a_user(Role.SUPERVISOR, organisation), organisation)
    assert f'href="/units/{centre.pk}/children/"' in shown
    assert file.child.name not in shown


def test_a_worker_does_not_see_the_children_of_another_team(client: Client) -> None:
    file = a_file()
    signed_in(client, a_user())
    assert client.get(f"/units/{file.unit_id}/children/").status_code == 404
    assert client.get("/units/999999/children/").status_code == 404


def test_a_worker_of_the_unit_above_does_not_reach_below(client: Client) -> None:
    centre = a_unit()
    file = a_file(unit=a_unit(parent=centre))
    worker = signed_in(client, a_user(unit=centre))
    assert worker.get(f"/units/{file.unit_id}/children/").status_code == 404


def test_a_carer_has_no_list(client: Client) -> None:
    file = a_file()
    carer = signed_in(client, a_user(Role.CARER, file.unit))
    assert carer.get(f"/units/{file.unit_id}/children/").status_code == 403


def test_the_page_costs_the_same_with_one_row_and_with_thirty(client: Client) -> None:
    worker = a_user()
    home = a_home(children=60)
    address = f"/units/{worker.appointments.get().unit_id}/children/"
    a_child_living_in(home, worker=worker)
    signed_in(client, worker)
    few, _bytes = cost(client, address)
    for _number in range(29):
        a_child_living_in(home, worker=worker)
    many, size = cost(client, address)
    assert many == few <= MOST_QUERIES
    assert size < MOST_BYTES
