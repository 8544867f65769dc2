"""A calendar elsewhere reads how much is due, and nothing of any child."""

import re
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from icalendar import Calendar

from tests.builders import TODAY, a_child, a_file, a_placement, a_unit, a_user, at, by, signed_in, worker_of
from tests.desk.counting import MOST_QUERIES, cost
from tests.desk.many import due_on, planned_for
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.desk.actions import create_calendar_feed, revoke_calendar_feed
from vatra.desk.models import CalendarFeed
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def feed_of(user: User) -> str:
    return f"/calendar/{create_calendar_feed(user=user, by=by(user))}.ics"


def entries(client: Client, address: str) -> set[tuple[date, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    read = Calendar.from_ical(answer.content)
    return {(event.decoded("dtstart"), str(event["summary"])) for event in read.walk("VEVENT")}


def test_a_calendar_reads_without_a_session_how_much_is_due_on_which_day(client: Client) -> None:
    file = a_file()
    due_on(file, TODAY + timedelta(days=3), times=2)
    planned_for(file, TODAY + timedelta(days=5))
    late = a_file(worker=worker_of(file))
    due_on(late, TODAY - timedelta(days=3))
    assert entries(client, feed_of(worker_of(file))) == {
        (TODAY, "1 duty is late"),
        (TODAY + timedelta(days=3), "2 duties due"),
        (TODAY + timedelta(days=5), "1 review planned"),
    }


def test_each_entry_leads_to_its_day_and_what_is_late_to_the_late_list(client: Client) -> None:
    file = a_file()
    due_on(file, TODAY + timedelta(days=3))
    due_on(a_file(worker=worker_of(file)), TODAY - timedelta(days=3))
    answer = client.get(feed_of(worker_of(file)))
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    leads = [urlsplit(str(event["url"])).path for event in events]
    assert leads == ["/late/", "/calendar/2026/3/19/"]
    browser = signed_in(client, worker_of(file))
    assert [browser.get(address).status_code for address in leads] == [200, 200]


def test_nothing_of_any_child_stands_in_the_feed(client: Client) -> None:
    file = a_placement(a_file(a_child("Dren Berisha"), unit=a_unit("Team of the hills"))).file
    planned_for(file, TODAY)
    answer = client.get(feed_of(worker_of(file)))
    body = answer.content.decode().replace("\r\n ", "")
    assert "duties are late" in body
    for word in (
        "Dren",
        "Berisha",
        file.reference,
        str(file.key),
        "At school",
        "hills",
        worker_of(file).full_name,
    ):
        assert word not in body
    assert "/files/" not in body
    summaries = {re.sub(r"\d+", "N", said) for _day, said in entries(client, feed_of(worker_of(file)))}
    assert summaries <= {"N duties are late", "N duties due", "N duty due", "N review planned"}


def test_a_feed_is_read_as_a_calendar_and_kept_by_nobody_on_the_way(client: Client) -> None:
    answer = client.get(feed_of(a_user()))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers


def test_the_secret_is_kept_only_as_a_digest() -> None:
    user = a_user()
    secret = create_calendar_feed(user=user, by=by(user))
    kept = CalendarFeed.objects.get(user=user)
    assert len(secret) >= 43
    assert secret.encode() not in bytes(kept.digest)
    assert len(bytes(kept.digest)) == 32


def test_a_new_address_closes_the_one_before_and_a_closed_one_opens_nothing(client: Client) -> None:
    user = a_user()
    first, second = feed_of(user), feed_of(user)
    assert first != second
    assert [client.get(address).status_code for address in (first, second)] == [404, 200]
    revoke_calendar_feed(user=user, by=by(user))
    assert [client.get(address).status_code for address in (second, "/calendar/unknown.ics")] == [404, 404]
    acts = Event.objects.filter(chain=user.key, act__endswith="calendar_feed").order_by("pk")
    assert list(acts.values_list("act", flat=True)) == ["create_calendar_feed"] * 2 + ["revoke_calendar_feed"]


def test_who_is_appointed_no_longer_or_suspended_reads_nothing(client: Client) -> None:
    left, suspended = a_user(), a_user()
    addresses = [feed_of(left), feed_of(suspended)]
    left.appointments.update(last_day=TODAY - timedelta(days=1))
    User.objects.filter(pk=suspended.pk).update(is_active=False)
    assert [client.get(address).status_code for address in addresses] == [404, 404]


def test_the_feed_speaks_the_language_of_its_person(client: Client) -> None:
    user = a_user(language="en")
    file = a_file(worker=user)
    due_on(file, TODAY)
    client.cookies["language"] = "sq"
    assert entries(client, feed_of(user)) == {(TODAY, "1 duty due")}


def test_an_address_is_made_renewed_and_closed_on_a_page(client: Client) -> None:
    user = signed_in(client, a_user())
    assert "Close the address" not in user.get("/calendar/feed/").content.decode()
    made = user.post("/calendar/feed/").content.decode()
    (path,) = re.findall(r"<code>http[^<]*?(/calendar/[\w-]+\.ics)</code>", made)
    assert Client().get(path).status_code == 200
    again = user.get("/calendar/feed/").content.decode()
    assert path not in again
    assert "Make a new address" in again
    closed = user.post("/calendar/feed/", {"revoke": "1"}, follow=True).content.decode()
    assert "The address is closed." in closed
    assert Client().get(path).status_code == 404


def test_who_sees_no_lists_of_children_has_no_feed(client: Client) -> None:
    carer = a_user(Role.CARER)
    assert signed_in(client, carer).get("/calendar/feed/").status_code == 403
    assert client.get(feed_of(carer)).status_code == 404


def test_a_feed_costs_the_same_with_one_child_and_with_thirty(client: Client) -> None:
    worker = a_user()
    due_on(a_file(worker=worker), TODAY)
    address = feed_of(worker)
    once, _bytes = cost(client, address)
    for number in range(29):
        due_on(a_file(worker=worker), TODAY + timedelta(days=number))
    many, _size = cost(client, address)
    assert many == once <= MOST_QUERIES
