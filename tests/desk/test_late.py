"""The late list: everything that is late and that somebody may see, the oldest first."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

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
from tests.desk.many import a_child_living_in, due_on
from vatra.access.doors import Held
from vatra.access.models import Appointment, User
from vatra.access.roles import Permission, Role
from vatra.casework.actions import close_file, hand_over
from vatra.casework.models import File
from vatra.desk.late import listed_for, walk
from vatra.desk.models import KeptFilter
from vatra.kernel.duty import Duty
from vatra.law.actions import stop_clock

NINE_DAYS_AGO = TODAY - timedelta(days=9)

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def shown_to(client: Client, user: User, **asked: str | int) -> str:
    answer = signed_in(client, user).get("/late/", asked)
    assert answer.status_code == 200
    shown = answer.content.decode()
    return shown[shown.index("<main") : shown.index("</main>")]


def next_page(shown: str) -> dict[str, str]:
    """What the link to the next page asks for."""
    address = shown[: shown.index('" rel="next"')].rpartition('href="')[2].replace("&amp;", "&")
    return {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}


def held(user: User) -> Held:
    return Held(tuple(user.appointments.select_related("unit")))


def test_the_longest_late_stands_first_with_who_answers_and_since_when(client: Client) -> None:
    unit = a_unit("Team of the hills")
    worker = a_user(unit=unit)
    due_on(a_file(a_child("Lea Gashi"), worker=worker), date(2026, 1, 5))
    due_on(a_file(a_child("Dren Berisha"), worker=worker), date(2025, 10, 6))
    shown = shown_to(client, a_user(Role.SUPERVISOR, unit))
    assert shown.index("Dren Berisha") < shown.index("Lea Gashi")
    for words in (worker.full_name, "Team of the hills", "days late, since", "Passed on to: The supervisor"):
        assert words in shown


def test_nobody_sees_what_is_late_elsewhere(client: Client) -> None:
    centre = a_unit()
    team = a_unit(parent=centre)
    here, elsewhere = a_placement(a_file(unit=team)).file, a_placement().file
    for user in (a_user(Role.SUPERVISOR, centre), a_user(unit=team), worker_of(here)):
        shown = shown_to(client, user)
        assert here.child.name in shown
        assert elsewhere.child.name not in shown
    assert here.child.name not in shown_to(client, a_user(unit=centre))


@pytest.mark.parametrize("role", [Role.CARER, Role.PANEL_MEMBER, Role.DONOR_RELATIONS, Role.YOUNG_PERSON])
def test_who_sees_no_lists_of_children_has_no_late_list(client: Client, role: Role) -> None:
    assert signed_in(client, a_user(role)).get("/late/").status_code == 403


def test_the_list_names_the_same_files_as_the_door_to_each_of_them() -> None:
    centre = a_unit()
    team, other = a_unit(parent=centre), a_unit(parent=centre)
    worker = a_user(unit=team)
    moved = a_file(worker=worker)
    File.objects.filter(pk=moved.pk).update(unit=other)
    closed = a_file(unit=team)
    close_file(file=closed, on=TODAY, reason="abroad", why="-", by=by(worker_of(closed)))
    for unit in (centre, team, other, a_unit()):
        a_file(unit=unit)
    for role in Role:
        user = a_user(role, centre)
        Appointment.objects.create(user=user, unit=team, role=Role.CARER, first_day=TODAY)
        for each in (user, worker, a_user(role, team)):
            visible = File.objects.visible_to(each, on=TODAY, to=Permission.SEE_CHILDREN_OF_UNIT)
            listed = set(listed_for(each, held(each), on=TODAY).files)
            assert listed == set(visible.filter(closed_on=None)), (role, each)
    assert moved in listed_for(worker, held(worker), on=TODAY).files


def test_the_list_can_be_narrowed(client: Client) -> None:
    centre = a_unit()
    team, other = a_unit(parent=centre), a_unit(parent=centre)
    mine = a_placement(a_file(a_child("Dren Mine"), unit=team)).file
    a_placement(a_file(a_child("Lea Other"), unit=other, on=NINE_DAYS_AGO), on=NINE_DAYS_AGO)
    stopped = a_placement(a_file(a_child("Ema Stopped"), unit=other)).file
    for duty in list(Duty.objects.filter(chain=stopped.key)):
        stop_clock(file=stopped, duty=duty, from_day=TODAY, why="In hospital.", by=by(worker_of(stopped)))
    supervisor = a_user(Role.SUPERVISOR, centre)

    def names(**asked: str | int) -> set[str]:
        shown = shown_to(client, supervisor, **asked)
        return {name for name in ("Dren Mine", "Lea Other", "Ema Stopped") if name in shown}

    assert names(standing="") == {"Dren Mine", "Lea Other"}
    assert names(standing="escalated") == {"Dren Mine"}
    assert names(standing="stopped") == {"Ema Stopped"}
    assert names(unit=team.pk) == {"Dren Mine"}
    assert names(unit=other.pk) == {"Lea Other"}
    assert names(worker=worker_of(mine).pk) == {"Dren Mine"}
    assert names(rule="first_visit") == {"Dren Mine", "Lea Other"}
    assert names(rule="review") == {"Dren Mine"}
    assert names(rule="nonsense") == names(unit=a_unit().pk) == {"Dren Mine", "Lea Other"}


def test_a_filter_is_kept_over_a_new_sign_in_until_it_is_cleared(client: Client) -> None:
    centre = a_unit()
    team = a_unit(parent=centre)
    here = a_placement(a_file(a_child("Dren Here"), unit=team)).file
    a_placement(a_file(a_child("Lea Elsewhere"), unit=centre))
    supervisor, other = a_user(Role.SUPERVISOR, centre), a_user(Role.SUPERVISOR, centre)
    assert "Lea Elsewhere" not in shown_to(client, supervisor, unit=here.unit_id)
    client.logout()
    assert "Lea Elsewhere" not in shown_to(client, supervisor)
    assert "Lea Elsewhere" in shown_to(client, other)
    assert 'href="?clear=1"' in shown_to(client, supervisor)
    assert "Lea Elsewhere" in shown_to(client, supervisor, clear=1)
    assert "Lea Elsewhere" in shown_to(client, supervisor)
    assert list(KeptFilter.objects.filter(user=supervisor).values_list("asked", flat=True)) == [{}]


@pytest.mark.parametrize("few", [5_000, 0], ids=["file by file", "from the oldest duty on"])
def test_a_long_list_goes_on_after_its_last_duty(
    client: Client, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(walk, "FEW", few)
    unit = a_unit()
    home, worker = a_home(children=60), a_user(unit=unit)
    files = [a_child_living_in(home, worker=worker) for _number in range(33)]
    elsewhere = a_child_living_in()
    overdue = Duty.objects.overdue_on(TODAY).filter(chain__in=[file.key for file in files])
    assert 30 < overdue.count() <= 60
    supervisor = a_user(Role.SUPERVISOR, unit)
    first = shown_to(client, supervisor)
    second = shown_to(client, supervisor, **next_page(first))
    assert [page.count('href="/files/V-') for page in (first, second)] == [30, overdue.count() - 30]
    assert 'rel="next"' not in second
    assert elsewhere.reference not in first + second
    assert first == shown_to(client, supervisor, day="yesterday", after="x")


def test_a_file_that_was_handed_over_is_late_under_its_new_worker(client: Client) -> None:
    file = a_placement().file
    before, follower = worker_of(file), a_user(unit=file.unit)
    hand_over(file=file, worker=follower, on=TODAY, why="-", by=by(before))
    supervisor = a_user(Role.SUPERVISOR, file.unit)
    assert file.child.name in shown_to(client, supervisor, worker=follower.pk)
    assert file.child.name not in shown_to(client, supervisor, worker=before.pk)


@pytest.mark.parametrize("few", [5_000, 0], ids=["file by file", "from the oldest duty on"])
@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.SUPERVISOR])
def test_the_list_costs_the_same_with_one_child_and_with_thirty(
    client: Client, monkeypatch: pytest.MonkeyPatch, few: int, role: Role
) -> None:
    monkeypatch.setattr(walk, "FEW", few)
    unit = a_unit()
    home, worker = a_home(children=60), a_user(unit=unit)
    user = worker if role == Role.SOCIAL_WORKER else a_user(role, unit)
    a_child_living_in(home, worker=worker)
    signed_in(client, user)
    once, _bytes = cost(client, "/late/")
    for _number in range(29):
        a_child_living_in(home, worker=worker)
    many, size = cost(client, "/late/")
    assert many == once <= MOST_QUERIES
    assert size < MOST_BYTES
