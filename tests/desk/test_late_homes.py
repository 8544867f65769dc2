"""The late list of homes: what has to be looked at again about them, the oldest first."""

import re
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from tests.builders import TODAY, a_file, a_home, a_placement, a_unit, a_user, at, by, signed_in
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.access.doors import Held
from vatra.access.models import Appointment, User
from vatra.access.roles import PERMISSIONS, Permission, Role
from vatra.desk.late import walk
from vatra.desk.models import KeptFilter
from vatra.homes.actions import agree_capacity, close_home
from vatra.homes.models import Home
from vatra.homes.queries import homes_open_to

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

NOT_LATE = TODAY - timedelta(days=300)
SEES_BOTH = [
    role for role in Role if {Permission.SEE_HOMES, Permission.SEE_CHILDREN_OF_UNIT} <= PERMISSIONS[role]
]


def shown_to(client: Client, user: User, **asked: str | int) -> str:
    answer = signed_in(client, user).get("/late/", asked)
    assert answer.status_code == 200
    shown = answer.content.decode()
    return shown[shown.index("<main") : shown.index("</main>")]


def homes_in(shown: str) -> list[int]:
    return [int(number) for number in re.findall(r'href="/homes/(\d+)/"', shown)]


def next_page(shown: str) -> dict[str, str]:
    """What the link to the next page asks for."""
    address = shown[: shown.index('" rel="next"')].rpartition('href="')[2].replace("&amp;", "&")
    return {
        name: value for name, (value,) in parse_qs(urlsplit(address).query, keep_blank_values=True).items()
    }


def looked_at_again(home: Home, day: date) -> Home:
    """The home was agreed anew on a day."""
    agree_capacity(home=home, children=3, from_day=day, by=by(a_user()))
    return home


def test_the_longest_late_home_stands_first_with_its_unit_and_the_rule(client: Client) -> None:
    unit = a_unit("Team of the hills")
    later = looked_at_again(a_home("Family Gashi", unit=unit), date(2024, 5, 5))
    first = a_home("Family Hoxha", unit=unit)
    looked_at_again(a_home("Family Krasniqi", unit=unit), NOT_LATE)
    shown = shown_to(client, a_user(Role.SUPERVISOR, unit), about="homes")
    assert homes_in(shown) == [first.pk, later.pk]
    for words in (
        "Team of the hills",
        "Look again at the approval of the carers",
        "days late, since 5 May 2025",
        "homes are authorised and looked at again",
    ):
        assert words in shown


def test_children_and_homes_stand_on_lists_of_their_own(client: Client) -> None:
    unit = a_unit()
    home = a_home(unit=unit)
    file = a_placement(a_file(unit=unit), home=home).file
    supervisor = a_user(Role.SUPERVISOR, unit)
    of_children, of_homes = shown_to(client, supervisor), shown_to(client, supervisor, about="homes")
    assert (file.reference in of_children, homes_in(of_children)) == (True, [])
    assert (file.reference in of_homes, homes_in(of_homes)) == (False, [home.pk])


@pytest.mark.parametrize("role", SEES_BOTH)
def test_the_homes_are_those_of_the_own_units_and_each_of_them_opens(client: Client, role: Role) -> None:
    centre = a_unit()
    team = a_unit(parent=centre)
    here, below, elsewhere = a_home(unit=centre), a_home(unit=team), a_home()
    user = a_user(role, centre)
    expected = {here.pk} if role == Role.SOCIAL_WORKER else {here.pk, below.pk}
    shown = set(homes_in(shown_to(client, user, about="homes")))
    assert shown == expected
    held = Held(tuple(user.appointments.select_related("unit")))
    opens = set(homes_open_to(user, held, on=TODAY).values_list("pk", flat=True))
    assert shown <= opens
    assert elsewhere.pk not in opens


@pytest.mark.parametrize("role", [Role.SAFEGUARDING_OFFICER])
def test_who_may_not_see_homes_is_not_asked_and_sees_the_children(client: Client, role: Role) -> None:
    unit = a_unit()
    home = a_home(unit=unit)
    user = a_user(role, unit)
    shown = shown_to(client, user, about="homes")
    assert 'name="about"' not in shown
    assert homes_in(shown) == []
    assert home.name in shown_to(client, a_user(Role.SUPERVISOR, unit), about="homes")


def test_an_appointment_that_sees_homes_in_one_unit_shows_none_of_another(client: Client) -> None:
    here, there = a_unit(), a_unit()
    mine, other = a_home(unit=here), a_home(unit=there)
    user = a_user(Role.SUPERVISOR, here)
    Appointment.objects.create(user=user, unit=there, role=Role.SAFEGUARDING_OFFICER, first_day=TODAY)
    assert homes_in(shown_to(client, user, about="homes")) == [mine.pk]
    assert homes_in(shown_to(client, user, about="homes", unit=there.pk)) == [mine.pk]
    assert other.pk not in homes_in(shown_to(client, user, about="homes"))


def test_the_list_can_be_narrowed_to_a_unit_and_the_filter_is_kept(client: Client) -> None:
    centre = a_unit()
    team, other = a_unit(parent=centre), a_unit(parent=centre)
    first, second = a_home(unit=team), a_home(unit=other)
    supervisor = a_user(Role.SUPERVISOR, centre)
    assert homes_in(shown_to(client, supervisor, about="homes", unit=team.pk)) == [first.pk]
    client.logout()
    assert homes_in(shown_to(client, supervisor)) == [first.pk]
    assert homes_in(shown_to(client, supervisor, about="homes")) == [first.pk, second.pk]
    assert homes_in(shown_to(client, supervisor, clear=1)) == homes_in(shown_to(client, supervisor)) == []
    assert list(KeptFilter.objects.filter(user=supervisor).values_list("asked", flat=True)) == [{}]


def test_the_list_of_homes_offers_nothing_that_only_children_have(client: Client) -> None:
    unit = a_unit()
    supervisor = a_user(Role.SUPERVISOR, unit)
    for name in ("standing", "rule", "worker"):
        assert f'name="{name}"' in shown_to(client, supervisor, about="")
        assert f'name="{name}"' not in shown_to(client, supervisor, about="homes")


def test_a_closed_home_is_not_late_any_more(client: Client) -> None:
    unit = a_unit()
    home, closed = a_home(unit=unit), a_home(unit=unit)
    close_home(home=closed, last_day=TODAY - timedelta(days=1), why="-", by=by(a_user()))
    assert homes_in(shown_to(client, a_user(Role.SUPERVISOR, unit), about="homes")) == [home.pk]


@pytest.mark.parametrize("few", [5_000, 0], ids=["home by home", "from the oldest duty on"])
def test_a_long_list_of_homes_goes_on_after_its_last_duty(
    client: Client, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(walk, "FEW", few)
    unit = a_unit()
    homes = [a_home(unit=unit).pk for _number in range(33)]
    a_placement(home=a_home())
    supervisor = a_user(Role.SUPERVISOR, unit)
    first = shown_to(client, supervisor, about="homes")
    second = shown_to(client, supervisor, **next_page(first))
    assert homes_in(first) + homes_in(second) == homes
    assert len(homes_in(first)) == 30
    assert 'rel="next"' not in second


@pytest.mark.parametrize("few", [5_000, 0], ids=["home by home", "from the oldest duty on"])
def test_the_list_of_homes_costs_the_same_with_one_home_and_with_thirty(
    client: Client, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(walk, "FEW", few)
    unit = a_unit()
    supervisor = signed_in(client, a_user(Role.SUPERVISOR, unit))
    supervisor.get("/late/?about=homes")
    a_home(unit=unit)
    once, _bytes = cost(supervisor, "/late/")
    for _number in range(29):
        a_home(unit=unit)
    many, size = cost(supervisor, "/late/")
    assert many == once <= MOST_QUERIES
    assert size < MOST_BYTES
