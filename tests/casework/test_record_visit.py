"""Writing down a visit."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import a_file, a_unit, a_user, signed_in, worker_of
from vatra.access.roles import Role
from vatra.casework.models import File, Visit
from vatra.kernel import clock
from vatra.kernel.models import Event

pytestmark = pytest.mark.django_db

WRITTEN = {
    "visited_on": "2026-03-12",
    "purpose": "regular",
    "saw_child": "on",
    "child_words": "Here is my bed.",
    "account": "The stove is warm.",
}


def page(file: File) -> str:
    return f"/files/{file.reference}/visits/new/"


def test_a_visit_goes_into_the_file_and_on_record(client: Client) -> None:
    file = a_file()
    answer = signed_in(client, worker_of(file)).post(page(file), WRITTEN)
    visit = Visit.objects.get()
    assert answer.headers["Location"] == f"/entries/visits/{visit.pk}/"
    assert (visit.file, visit.visited_on, visit.child_words) == (file, date(2026, 3, 12), "Here is my bed.")
    assert visit.visited_by == worker_of(file)
    event = Event.objects.filter(chain=file.key, reading=False).latest("position")
    assert (event.act, event.on, event.user_id) == ("record_visit", visit.visited_on, worker_of(file).pk)


def test_a_visit_that_has_not_happened_is_refused_and_nothing_typed_is_lost(client: Client) -> None:
    file = a_file()
    tomorrow = clock.today() + timedelta(days=1)
    answer = signed_in(client, worker_of(file)).post(
        page(file), {**WRITTEN, "visited_on": tomorrow.isoformat()}
    )
    assert answer.status_code == 422
    assert "has not come yet" in answer.content.decode()
    assert "The stove is warm." in answer.content.decode()
    assert Visit.objects.count() == 0


def test_who_did_not_see_the_child_cannot_have_spoken_with_the_child_alone(client: Client) -> None:
    file = a_file()
    written = {name: value for name, value in WRITTEN.items() if name != "saw_child"}
    answer = signed_in(client, worker_of(file)).post(page(file), {**written, "saw_child_alone": "on"})
    assert answer.status_code == 422
    assert "Who spoke with the child alone also saw the child." in answer.content.decode()
    assert Visit.objects.count() == 0


def test_a_visit_before_the_file_wants_a_reason_and_the_reason_is_kept(client: Client) -> None:
    file = a_file()
    earlier = {**WRITTEN, "visited_on": "2025-08-01"}
    browser = signed_in(client, worker_of(file))
    warned = browser.post(page(file), earlier)
    assert warned.status_code == 422
    assert "reason_before-file" in warned.content.decode()
    assert Visit.objects.count() == 0
    browser.post(page(file), {**earlier, "reason_before-file": "The nurse told us later."})
    assert Visit.objects.get().visited_on == date(2025, 8, 1)
    assert Event.objects.get(act="record_visit").why == "The nurse told us later."


def test_a_visit_on_29_february_is_kept_and_in_a_common_year_refused(client: Client) -> None:
    file = a_file(on=date(2024, 1, 8))
    browser = signed_in(client, worker_of(file))
    assert browser.post(page(file), {**WRITTEN, "visited_on": "2025-02-29"}).status_code == 422
    browser.post(page(file), {**WRITTEN, "visited_on": "2024-02-29"})
    assert Visit.objects.get().visited_on == date(2024, 2, 29)


def test_a_stranger_finds_no_page(client: Client) -> None:
    file = a_file()
    stranger = signed_in(client, a_user())
    assert stranger.get(page(file)).status_code == 404
    assert stranger.post(page(file), WRITTEN).status_code == 404
    assert Visit.objects.count() == 0


def test_an_auditor_reads_but_does_not_write(client: Client) -> None:
    unit = a_unit()
    file = a_file(unit=unit)
    auditor = signed_in(client, a_user(Role.AUDITOR, unit))
    assert auditor.get(page(file)).status_code == 403
    assert auditor.post(page(file), WRITTEN).status_code == 403
    assert Visit.objects.count() == 0


def test_a_double_click_writes_one_visit(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    sent = {**WRITTEN, "once": "1f0c2a52-0c1d-4a6a-8f8f-3d8b0f0c7a11"}
    first, second = browser.post(page(file), sent), browser.post(page(file), sent)
    assert first.headers["Location"] == second.headers["Location"]
    assert Visit.objects.count() == 1
    assert Event.objects.filter(act="record_visit").count() == 1


def test_another_text_sent_from_the_same_page_is_another_visit(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    sent = {**WRITTEN, "once": "1f0c2a52-0c1d-4a6a-8f8f-3d8b0f0c7a11"}
    browser.post(page(file), sent)
    browser.post(page(file), {**sent, "visited_on": "2026-03-13"})
    assert Visit.objects.count() == 2
