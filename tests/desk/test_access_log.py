"""Who looked into a file is shown to those who answer for that, and looking there is a reading too."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from tests.builders import a_file, a_user, at, by, signed_in, worker_of
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.access.roles import Role
from vatra.casework.actions import open_page
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def test_it_says_who_opened_which_page_when_and_in_which_role(client: Client) -> None:
    file = a_file()
    worker, supervisor = worker_of(file), a_user(Role.SUPERVISOR, file.unit)
    signed_in(client, worker).get(f"/files/{file.reference}/timeline/")
    shown = signed_in(client, supervisor).get(f"/files/{file.reference}/readers/").content.decode()
    for words in (worker.full_name, "Social worker", "The timeline", "16 March 2026, 10:00"):
        assert words in shown
    assert supervisor.full_name in shown


def test_reading_the_list_is_a_reading(client: Client) -> None:
    file = a_file()
    supervisor = a_user(Role.SUPERVISOR, file.unit)
    signed_in(client, supervisor).get(f"/files/{file.reference}/readers/")
    event = Event.objects.filter(chain=file.key).latest("position")
    assert (event.act, event.reading, event.user_id) == ("read_access_log", True, supervisor.pk)


def test_the_worker_may_not_see_it_and_a_stranger_finds_nothing(client: Client) -> None:
    file = a_file()
    assert signed_in(client, worker_of(file)).get(f"/files/{file.reference}/readers/").status_code == 403
    assert signed_in(client, a_user(Role.AUDITOR)).get(f"/files/{file.reference}/readers/").status_code == 404


def test_only_those_who_may_see_it_are_led_there(client: Client) -> None:
    file = a_file()
    address = f"/files/{file.reference}/"
    led = f'href="{address}readers/"'
    assert led not in signed_in(client, worker_of(file)).get(address).content.decode()
    assert led in signed_in(client, a_user(Role.SUPERVISOR, file.unit)).get(address).content.decode()


def test_older_readings_follow_and_the_page_costs_the_same(client: Client) -> None:
    file = a_file()
    worker, supervisor = worker_of(file), a_user(Role.SUPERVISOR, file.unit)
    address = f"/files/{file.reference}/readers/"
    signed_in(client, supervisor)
    few, _bytes = cost(client, address)
    for number in range(60):
        with time_machine.travel(at() + timedelta(minutes=number), tick=False):
            open_page(file=file, page="file", by=by(worker))
    many, size = cost(client, address)
    assert many == few <= MOST_QUERIES
    assert size < MOST_BYTES
    first_of_all = Event.objects.filter(chain=file.key, reading=True).earliest("position").position
    older = client.get(address, {"before": str(first_of_all + 1)}).content.decode()
    assert older.count("<tr") == 2
    assert client.get(address, {"before": "9" * 40}).status_code == 200
