"""Handing a file over to a colleague, and closing it."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import a_file, a_user, signed_in, worker_of
from vatra.access.models import User
from vatra.casework.models import File
from vatra.kernel import clock
from vatra.kernel.models import Event

pytestmark = pytest.mark.django_db


def handing(to: User, on: str = "2026-03-16") -> dict[str, object]:
    return {"worker": to.pk, "on": on, "why": "Vjosa goes on leave. Lule was told at the visit."}


def last_act(file: File) -> Event:
    """What was done last in the file."""
    return Event.objects.filter(chain=file.key, reading=False).latest("position")


def test_from_the_day_on_the_colleague_answers_for_the_child(client: Client) -> None:
    file = a_file()
    colleague = a_user(unit=file.unit)
    signed_in(client, worker_of(file)).post(f"/files/{file.reference}/hand-over/", handing(colleague))
    before, after = file.workers.order_by("first_day")
    assert (before.last_day, after.first_day, after.worker) == (
        date(2026, 3, 15),
        date(2026, 3, 16),
        colleague,
    )
    assert (last_act(file).act, last_act(file).why) == ("hand_over", handing(colleague)["why"])


def test_a_file_is_not_handed_to_another_town(client: Client) -> None:
    file = a_file()
    sent = handing(a_user())
    assert (
        signed_in(client, worker_of(file)).post(f"/files/{file.reference}/hand-over/", sent).status_code
        == 422
    )
    assert file.workers.count() == 1


def test_a_file_is_not_handed_over_before_the_worker_took_it(client: Client) -> None:
    file = a_file()
    sent = handing(a_user(unit=file.unit), on=file.opened_on.isoformat())
    answer = signed_in(client, worker_of(file)).post(f"/files/{file.reference}/hand-over/", sent)
    assert answer.status_code == 422
    assert "choose a later day" in answer.content.decode()
    assert file.workers.get().last_day is None


CLOSING = {"on": "2026-03-16", "reason": "safe_at_home", "why": "She sings. The aunt looks in every day."}


def test_a_file_is_closed_with_a_reason_and_keeps_its_record(client: Client) -> None:
    file = a_file()
    signed_in(client, worker_of(file)).post(f"/files/{file.reference}/close/", CLOSING)
    file.refresh_from_db()
    assert (file.closed_on, file.closing_reason) == (date(2026, 3, 16), "safe_at_home")
    assert file.workers.get().last_day == date(2026, 3, 16)
    assert (last_act(file).act, last_act(file).why) == ("close_file", CLOSING["why"])


def test_a_file_is_not_closed_before_it_was_opened_nor_tomorrow(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    url = f"/files/{file.reference}/close/"
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    assert browser.post(url, {**CLOSING, "on": tomorrow}).status_code == 422
    before = browser.post(url, {**CLOSING, "on": "2025-08-31"})
    assert before.status_code == 422
    file.refresh_from_db()
    assert file.is_open
