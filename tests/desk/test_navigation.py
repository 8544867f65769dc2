"""The main navigation shows doors that are open, and no others."""

import pytest
from django.test import Client

from tests.builders import a_unit, a_user, at, signed_in
from vatra.access.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

DOORS = {"/", "/find/", "/late/", "/calendar/", "/concerns/", "/homes/", "/imports/"}


def doors(client: Client, role: Role) -> set[str]:
    shown = signed_in(client, a_user(role)).get("/").content.decode()
    navigation = shown[shown.index('id="navigation"') : shown.index("</nav>")]
    return {door for door in DOORS if f'href="{door}"' in navigation}


@pytest.mark.parametrize(
    ("role", "open_doors"),
    [
        (Role.SOCIAL_WORKER, {"/", "/find/", "/late/", "/calendar/", "/concerns/", "/homes/"}),
        (Role.HOSPITAL_COUNSELLOR, {"/", "/concerns/"}),
        (Role.CARER, {"/"}),
        (Role.ADMINISTRATOR, {"/", "/homes/", "/imports/"}),
    ],
)
def test_each_role_sees_its_doors(client: Client, role: Role, open_doors: set[str]) -> None:
    assert doors(client, role) == open_doors


def test_every_door_shown_opens(client: Client) -> None:
    for role in Role:
        for door in doors(client, role):
            assert client.get(door, follow=True).status_code == 200, (role, door)


def test_the_page_one_is_on_is_marked(client: Client) -> None:
    user = a_user(unit=a_unit("Team of the hills"))
    shown = signed_in(client, user).get("/find/").content.decode()
    assert 'href="/find/" aria-current="page"' in shown
    assert "Children of Team of the hills" in shown


def test_nobody_signed_out_sees_a_navigation(client: Client) -> None:
    assert 'id="navigation"' not in client.get("/account/login/").content.decode()
