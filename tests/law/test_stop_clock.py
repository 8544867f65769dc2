"""Stopping the clock of a duty and letting it go on, from the child's file."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import TODAY, a_file, a_placement, a_unit, a_user, at, by, signed_in, worker_of
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.kernel.concern import Refused
from vatra.kernel.duty import ClockStop, Duty, recompute_all
from vatra.kernel.models import Event
from vatra.law.actions import resume_clock, stop_clock

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

SENT = {"from_day": "2026-03-02", "why": "The child is in hospital in Prishtina."}


def in_care() -> File:
    """A child in care since autumn, whose visit is late."""
    return a_placement().file


def the_visit(file: File) -> Duty:
    """The duty to visit this child."""
    return Duty.objects.get(chain=file.key, rule="visit")


def stop_page(file: File, rule: str = "visit") -> str:
    return f"/files/{file.reference}/duties/{rule}/-/stop/"


def test_a_clock_is_stopped_with_a_reason_and_the_file_says_so(client: Client) -> None:
    file = in_care()
    browser = signed_in(client, worker_of(file))
    assert f'href="{stop_page(file)}"' in browser.get(f"/files/{file.reference}/").content.decode()
    answer = browser.post(stop_page(file), SENT)
    assert answer.headers["Location"] == f"/files/{file.reference}/"
    page = browser.get(f"/files/{file.reference}/").content.decode()
    assert "Stopped since 2 March 2026 because: The child is in hospital in Prishtina." in page
    event = Event.objects.filter(chain=file.key, reading=False).latest("position")
    assert (event.act, event.why, event.facts) == ("stop_clock", SENT["why"], {"rule": "visit", "ref": ""})


def test_what_is_stopped_is_neither_late_nor_escalated(client: Client) -> None:
    file = in_care()
    assert Duty.objects.overdue_on(TODAY).filter(pk=the_visit(file).pk).exists()
    signed_in(client, worker_of(file)).post(stop_page(file), SENT)
    assert the_visit(file).stopped_since == date(2026, 3, 2)
    late = Duty.objects.overdue_on(TODAY) | Duty.objects.to_escalate_on(TODAY)
    assert not late.filter(pk=the_visit(file).pk).exists()


def test_a_clock_that_goes_on_has_the_days_it_stood_still_added(client: Client) -> None:
    file = in_care()
    due_on = the_visit(file).due_on
    browser = signed_in(client, worker_of(file))
    browser.post(stop_page(file), SENT)
    stop = ClockStop.objects.get()
    go_on = f"/files/{file.reference}/stopped-clocks/{stop.pk}/"
    assert f'href="{go_on}"' in browser.get(f"/files/{file.reference}/").content.decode()
    assert "Stopped since 2 March 2026" in browser.get(go_on).content.decode()
    browser.post(go_on, {"last_day": "2026-03-15", "why": "Home again since today."})
    duty = the_visit(file)
    assert (duty.stopped_since, duty.due_on) == (None, due_on + timedelta(days=14))
    stop.refresh_from_db()
    assert (stop.last_day, stop.why_resumed) == (date(2026, 3, 15), "Home again since today.")
    event = Event.objects.filter(chain=file.key, reading=False).latest("position")
    assert (event.act, event.why, event.on) == ("resume_clock", "Home again since today.", date(2026, 3, 15))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"why": ""}, "Not answered yet: “Why the clock stops”"),
        ({"why": "   "}, "Not answered yet: “Why the clock stops”"),
        ({"from_day": "2026-03-17"}, "This day lies in the future."),
    ],
)
def test_a_clock_does_not_stop_without_a_reason_or_before_its_day(
    client: Client, sent: dict[str, str], said: str
) -> None:
    file = in_care()
    answer = signed_in(client, worker_of(file)).post(stop_page(file), SENT | sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert ClockStop.objects.count() == 0


def test_a_clock_that_stands_still_is_not_stopped_again(client: Client) -> None:
    file = in_care()
    browser = signed_in(client, worker_of(file))
    browser.post(stop_page(file), SENT)
    answer = browser.post(stop_page(file), SENT | {"why": "Again."})
    assert answer.status_code == 422
    assert "This clock already stands still on these days." in answer.content.decode()


def test_a_clock_goes_on_once_and_not_before_it_stopped() -> None:
    file = in_care()
    actor = by(worker_of(file))
    stop = stop_clock(
        file=file, duty=the_visit(file), from_day=date(2026, 3, 2), why="In hospital.", by=actor
    )
    resume_clock(file=file, stop=stop, last_day=date(2026, 3, 10), why="Home again.", by=actor)
    with pytest.raises(Refused, match="already written that this clock goes on"):
        resume_clock(file=file, stop=stop, last_day=date(2026, 3, 11), why="Twice.", by=actor)


def test_strangers_find_no_clock_and_an_auditor_does_not_stop_one(client: Client) -> None:
    unit = a_unit()
    file = a_placement(a_file(unit=unit)).file
    stop = stop_clock(
        file=file, duty=the_visit(file), from_day=TODAY, why="In hospital.", by=by(worker_of(file))
    )
    pages = [stop_page(file, "review"), f"/files/{file.reference}/stopped-clocks/{stop.pk}/"]
    stranger = signed_in(client, a_user())
    assert [stranger.get(page).status_code for page in pages] == [404, 404]
    auditor = signed_in(client, a_user(Role.AUDITOR, unit))
    assert [auditor.get(page).status_code for page in pages] == [403, 403]
    assert "Stop this clock" not in auditor.get(f"/files/{file.reference}/").content.decode()


def test_a_clock_of_another_file_or_of_no_duty_is_not_found(client: Client) -> None:
    file, other = in_care(), in_care()
    stop = stop_clock(file=other, duty=the_visit(other), from_day=TODAY, why="Away.", by=by(worker_of(other)))
    browser = signed_in(client, worker_of(file))
    pages = [f"/files/{file.reference}/stopped-clocks/{stop.pk}/", stop_page(file, "guardian")]
    assert [browser.get(page).status_code for page in pages] == [404, 404]


def test_computing_all_anew_leaves_stopped_clocks_as_they_are() -> None:
    file = in_care()
    stop_clock(
        file=file, duty=the_visit(file), from_day=date(2026, 3, 2), why="Away.", by=by(worker_of(file))
    )
    before = set(Duty.objects.values_list())
    recompute_all(TODAY)
    assert set(Duty.objects.values_list()) == before
