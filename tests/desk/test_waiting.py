"""Where children wait on their legal path: of one unit, and of everything a person sees."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import a_unit, a_user, at, by, signed_in, worker_of
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from tests.law.paths import an_abandoned_child, told
from tests.law.proceedings import a_blocker, a_hearing_of, a_proceeding, put_off
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.casework.actions import close_file
from vatra.casework.models import File
from vatra.desk.waiting import steps_waited_at
from vatra.law.actions import close_proceeding

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

TODAY = date(2026, 3, 16)


def page(client: Client, user: User, **asked: str | int) -> str:
    answer = signed_in(client, user).get("/waiting/", asked)
    assert answer.status_code == 200
    return answer.content.decode()


def waits_since(worker: User, step: str, days: int, name: str = "") -> File:
    """The file of a child who has waited so many days at a step."""
    file = an_abandoned_child(name, worker=worker)
    told(file, step, TODAY - timedelta(days=days))
    return file


def test_each_step_is_shown_with_its_children_and_how_long_they_wait(client: Client) -> None:
    worker = a_user()
    for days in (10, 20, 90):
        waits_since(worker, "tracing", days)
    waits_since(worker, "deprivation_petition", 40)
    counted = [
        (each.step, each.children, each.median_days, each.longest_days)
        for each in steps_waited_at(File.objects.all(), on=TODAY)
    ]
    assert counted == [("tracing", 3, 20, 90), ("deprivation_petition", 1, 40, 40)]
    shown = page(client, worker)
    for words in ("A step of tracing the parents", "Petition to remove parental rights", ">90<", ">20<"):
        assert words in shown


def test_half_of_four_children_wait_so_long_or_longer() -> None:
    worker = a_user()
    for days in (10, 20, 30, 40):
        waits_since(worker, "tracing", days)
    (step,) = steps_waited_at(File.objects.all(), on=TODAY)
    assert (step.median_days, step.longest_days) == (30, 40)


def test_the_longest_waiting_child_stands_first_and_leads_to_its_path(client: Client) -> None:
    worker = a_user()
    short = waits_since(worker, "tracing", 5, "Ana Short")
    long = waits_since(worker, "put_to_panel", 150, "Ema Long")
    shown = page(client, worker)
    assert shown.index("Ema Long") < shown.index("Ana Short")
    assert f'href="/files/{long.reference}/legal-path/"' in shown
    narrowed = page(client, worker, step="tracing")
    assert (short.child.name in narrowed, long.child.name in narrowed) == (True, False)
    assert "Only children who wait at this step: A step of tracing the parents." in narrowed
    assert long.child.name in page(client, worker, step="unheard_of")


def test_only_children_somebody_may_see_are_counted(client: Client) -> None:
    centre = a_unit("Centre")
    team, elsewhere = a_unit("Team of the hills", parent=centre), a_user()
    near = waits_since(a_user(unit=team), "tracing", 50, "Ana Near")
    far = waits_since(elsewhere, "tracing", 60, "Ema Far")
    supervisor = a_user(Role.SUPERVISOR, centre)
    for unit in ("", team.pk, far.unit_id):
        shown = page(client, supervisor, unit=unit)
        assert (near.child.name in shown, far.child.name in shown) == (True, False)
        assert ">60<" not in shown
    assert "No child waits at a step of the legal path here." in page(client, a_user())


def test_what_holds_up_the_open_proceedings_of_a_child_stands_beside_its_step(client: Client) -> None:
    worker = a_user()
    file = waits_since(worker, "deprivation_petition", 60)
    closed, going_on = a_proceeding(file, kind="birth_registration"), a_proceeding(file, kind="deprivation")
    for proceeding in (closed, going_on):
        put_off(a_hearing_of(proceeding), to=date(2026, 4, 14))
    shown = page(client, worker)
    assert "2 hearings were put off." in shown
    close_proceeding(proceeding=closed, closed_on=TODAY, outcome="granted", by=by(worker))
    assert "Held up:" not in page(client, worker)
    a_blocker(going_on)
    shown = page(client, worker)
    assert "A hearing was put off." in shown
    assert "Held up: A document is missing" in shown


def test_a_unit_is_chosen_among_those_of_the_person(client: Client) -> None:
    centre = a_unit("Centre")
    hills, plain = a_unit("Hills", parent=centre), a_unit("Plain", parent=centre)
    one = waits_since(a_user(unit=hills), "tracing", 50, "Ana Hill")
    other = waits_since(a_user(unit=plain), "tracing", 60, "Ema Plain")
    shown = page(client, a_user(Role.SUPERVISOR, centre), unit=hills.pk)
    assert (one.child.name in shown, other.child.name in shown) == (True, False)


def test_who_has_no_list_of_children_has_none_of_the_waiting(client: Client) -> None:
    file = an_abandoned_child()
    assert signed_in(client, a_user(Role.CARER, file.unit)).get("/waiting/").status_code == 403


def test_a_closed_file_waits_no_more(client: Client) -> None:
    worker = a_user()
    file = waits_since(worker, "tracing", 50)
    close_file(file=file, on=TODAY, reason="abroad", why="-", by=by(worker_of(file)))
    assert file.reference not in page(client, worker)


def test_a_long_list_goes_on_after_the_last_child(client: Client) -> None:
    worker = a_user()
    for number in range(33):
        waits_since(worker, "tracing", 50 + number // 2)
    first = page(client, worker)
    goes_on = first[first.rindex("day=") :].split('"')[0].replace("&amp;", "&")
    asked = dict(part.split("=") for part in goes_on.split("&"))
    second = page(client, worker, **asked)
    assert first.count("/legal-path/") == 30
    assert second.count("/legal-path/") == 3
    assert not set(first.split("/files/")[1:]) & set(second.split("/files/")[1:])
    assert page(client, worker, after="x", day="y").count("/legal-path/") == 30


def test_the_page_costs_the_same_with_one_child_and_with_thirty(client: Client) -> None:
    worker = a_user()
    waits_since(worker, "tracing", 50)
    signed_in(client, worker)
    few, _bytes = cost(client, "/waiting/")
    for number in range(29):
        waits_since(worker, "tracing", number)
    many, size = cost(client, "/waiting/")
    assert many == few <= MOST_QUERIES
    assert size < MOST_BYTES


def test_the_page_of_one_path_costs_the_same_with_one_event_and_with_thirty(client: Client) -> None:
    file = an_abandoned_child()
    told(file, "tracing", date(2025, 10, 1))
    signed_in(client, worker_of(file))
    address = f"/files/{file.reference}/legal-path/"
    few, _bytes = cost(client, address)
    for number in range(29):
        told(file, ("tracing", "parent_contacted")[number % 2], date(2025, 10, 2) + timedelta(days=number))
    many, size = cost(client, address)
    assert many == few <= MOST_QUERIES
    assert size < MOST_BYTES
