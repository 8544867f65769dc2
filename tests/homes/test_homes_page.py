"""The list of homes, and the page of one."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import (
    TODAY,
    a_child,
    a_file,
    a_home,
    a_person,
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
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.homes.actions import agree_capacity, close_home
from vatra.homes.models import Home

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def listed(client: Client, user: User, **asked: str) -> str:
    answer = signed_in(client, user).get("/homes/", asked)
    assert answer.status_code == 200
    return answer.content.decode()


def page(client: Client, user: User, home: Home) -> str:
    answer = signed_in(client, user).get(f"/homes/{home.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_shows_carers_places_and_children(client: Client) -> None:
    unit = a_unit()
    home = a_home("Family Gashi", form="foster_long", unit=unit, children=3, carer=a_person("Zoja Gashi"))
    placement = a_placement(home=home)
    placement.form = "foster_long"
    shown = listed(client, a_user(unit=unit))
    for words in ("Family Gashi", "Zoja Gashi", "1 of 3", "Foster family, long term"):
        assert words in shown


def test_the_list_can_be_narrowed_to_a_form_of_care(client: Client) -> None:
    unit = a_unit()
    a_home("Family Gashi", form="foster_long", unit=unit)
    a_home("House Dardania", form="small_group_home", unit=unit)
    shown = listed(client, a_user(unit=unit), form="foster_long")
    assert "Family Gashi" in shown
    assert "House Dardania" not in shown


def test_a_closed_home_is_not_listed(client: Client) -> None:
    unit = a_unit()
    home = a_home("Family Gashi", form="foster_long", unit=unit)
    close_home(home=home, last_day=TODAY - timedelta(days=1), why="-", by=by(a_user()))
    user = a_user(unit=unit)
    assert "Family Gashi" not in listed(client, user)
    assert "From 1 January 2020 to 15 March 2026" in page(client, user, home)


def test_the_page_names_children_whose_files_are_open_and_counts_the_others(client: Client) -> None:
    unit = a_unit()
    home = a_home("Family Gashi", form="kinship", unit=unit)
    mine = a_placement(a_file(a_child("Dren Berisha"), unit=unit), home=home).file
    other = a_placement(a_file(a_child("Lea Hoxha")), home=home).file
    shown = page(client, worker_of(mine), home)
    assert "Dren Berisha" in shown
    assert "1 child more, whose file is not open to you." in shown
    assert other.child.name not in shown
    assert "2 of 4" in shown


def test_the_number_of_children_agreed_keeps_its_history(client: Client) -> None:
    unit = a_unit()
    home = a_home(unit=unit, children=2)
    agree_capacity(home=home, children=3, from_day=date(2026, 1, 1), by=by(a_user()))
    shown = page(client, a_user(unit=unit), home)
    assert "0 of 3" in shown
    assert "2: From 1 January 2020 to 31 December 2025" in shown


def test_the_family_of_a_child_is_no_address_book_for_another_town(client: Client) -> None:
    organisation = a_unit()
    here, there = a_unit(parent=organisation), a_unit(parent=organisation)
    grandmother = a_home("Grandmother Zoja", form="kinship", unit=there)
    foster = a_home("Family Gashi", form="foster_long", unit=there)
    worker = a_user(unit=here)
    shown = listed(client, worker)
    assert foster.name in shown
    assert grandmother.name not in shown
    assert client.get(f"/homes/{grandmother.pk}/").status_code == 404
    assert grandmother.name in listed(client, a_user(Role.PLACEMENT_OFFICER, organisation))


def test_the_home_of_a_child_i_answer_for_is_open_wherever_it_is(client: Client) -> None:
    organisation = a_unit()
    home = a_home("Grandmother Zoja", form="kinship", unit=a_unit(parent=organisation))
    file = a_placement(a_file(unit=a_unit(parent=organisation)), home=home).file
    assert "Grandmother Zoja" in page(client, worker_of(file), home)


def test_another_organisation_finds_nothing_and_a_carer_has_no_list(client: Client) -> None:
    home = a_home("Family Gashi", form="foster_long")
    assert "Family Gashi" not in listed(client, a_user())
    assert client.get(f"/homes/{home.pk}/").status_code == 404
    assert signed_in(client, a_user(Role.CARER)).get("/homes/").status_code == 403


def test_a_long_list_goes_on_after_the_last_name(client: Client) -> None:
    unit = a_unit()
    for number in range(33):
        a_home(f"Family {number // 2:02}", form="foster_long", unit=unit)
    first = listed(client, a_user(unit=unit))
    following = first[first.rindex("after=") :].split('"')[0].removeprefix("after=")
    second = client.get("/homes/", {"after": following}).content.decode()
    assert first.count('href="/homes/') - second.count('href="/homes/') == 30 - 3
    assert "Family 16" in second


def test_list_and_page_cost_the_same_with_one_and_with_thirty(client: Client) -> None:
    unit = a_unit()
    home = a_home(unit=unit, children=40)
    signed_in(client, a_user(unit=unit))
    worker = a_user(unit=unit)
    a_child_living_in(home, worker=worker)
    addresses = ("/homes/", f"/homes/{home.pk}/")
    few = [cost(client, address)[0] for address in addresses]
    for _number in range(29):
        a_home(unit=unit)
        a_child_living_in(home, worker=worker)
    many = [cost(client, address) for address in addresses]
    assert [queries for queries, _size in many] == few
    assert max(few) <= MOST_QUERIES
    assert max(size for _queries, size in many) < MOST_BYTES
