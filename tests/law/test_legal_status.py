"""Legal status: an order has a last day, ends, and is corrected with a reason."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import a_file, a_placement, a_unit, a_user, at, by, signed_in, worker_of
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.kernel.duty import Duty
from vatra.kernel.models import Event
from vatra.law.actions import set_legal_status
from vatra.law.models import LegalStatus

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

ORDER = {
    "kind": "interim_order",
    "ordered_by": "Basic Court Gjakova",
    "from_day": "2026-03-02",
    "last_day": "2026-04-30",
}
CORRECTED = {
    "kind": "care_order",
    "ordered_by": "Basic Court Gjakova, C 12/26",
    "first_day": "2026-03-03",
    "last_day": "",
    "why": "The order came on the third.",
}


def page_of(file: File) -> str:
    return f"/files/{file.reference}/legal-status/"


def an_order(file: File, last_day: date | None = date(2026, 4, 30)) -> LegalStatus:
    """An interim order of March."""
    return set_legal_status(
        file=file,
        kind="interim_order",
        ordered_by="Court",
        from_day=date(2026, 3, 2),
        last_day=last_day,
        by=by(worker_of(file)),
    )


def test_an_order_with_a_last_day_shows_on_the_file_and_starts_its_clock(client: Client) -> None:
    file = a_placement().file
    browser = signed_in(client, worker_of(file))
    browser.post(page_of(file), ORDER)
    assert LegalStatus.objects.get().last_day == date(2026, 4, 30)
    assert "Until 30 April 2026" in browser.get(f"/files/{file.reference}/").content.decode()
    assert Duty.objects.get(chain=file.key, rule="order_expires").due_on == date(2026, 4, 2)
    event = Event.objects.filter(chain=file.key, reading=False).latest("position")
    assert event.facts == {"kind": "interim_order", "last_day": "2026-04-30"}


def test_an_order_does_not_expire_before_it_starts_and_may_expire_on_a_leap_day(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    answer = browser.post(page_of(file), ORDER | {"last_day": "2026-03-01"})
    assert answer.status_code == 422
    assert "The last day cannot be before the first day." in answer.content.decode()
    browser.post(page_of(file), ORDER | {"last_day": "2028-02-29"})
    assert LegalStatus.objects.get().last_day == date(2028, 2, 29)


def test_an_order_is_replaced_before_it_expires() -> None:
    file = a_file()
    order = an_order(file)
    set_legal_status(
        file=file,
        kind="care_order",
        ordered_by="Court",
        from_day=date(2026, 3, 16),
        by=by(worker_of(file)),
    )
    order.refresh_from_db()
    assert order.last_day == date(2026, 3, 15)


def test_a_legal_status_ends_with_a_reason(client: Client) -> None:
    file = a_file()
    order = an_order(file, last_day=None)
    browser = signed_in(client, worker_of(file))
    sent = {"on": "2026-03-16", "why": "The court lifted it."}
    answer = browser.post(f"/legal-statuses/{order.pk}/end/", sent)
    assert answer.headers["Location"] == page_of(file)
    order.refresh_from_db()
    assert order.last_day == date(2026, 3, 16)
    event = Event.objects.filter(chain=file.key, reading=False).latest("position")
    assert (event.act, event.why, event.facts) == ("end_legal_status", sent["why"], {"before": None})
    early = browser.post(f"/legal-statuses/{order.pk}/end/", sent | {"on": "2026-03-01"})
    assert early.status_code == 422


def test_a_legal_status_is_corrected_and_what_it_was_is_kept(client: Client) -> None:
    file = a_file()
    order = an_order(file)
    browser = signed_in(client, worker_of(file))
    browser.post(f"/legal-statuses/{order.pk}/correct/", CORRECTED)
    order.refresh_from_db()
    assert (order.kind, order.first_day, order.last_day) == ("care_order", date(2026, 3, 3), None)
    event = Event.objects.filter(chain=file.key, reading=False).latest("position")
    assert (event.act, event.why) == ("correct_legal_status", CORRECTED["why"])
    assert event.facts == {
        "before": {"kind": "interim_order", "first_day": "2026-03-02", "last_day": "2026-04-30"}
    }


def test_a_correction_needs_a_reason_and_does_not_overlap(client: Client) -> None:
    file = a_file()
    an_order(file, last_day=date(2026, 3, 9))
    later = set_legal_status(
        file=file, kind="emergency", ordered_by="", from_day=date(2026, 3, 10), by=by(worker_of(file))
    )
    browser = signed_in(client, worker_of(file))
    page = f"/legal-statuses/{later.pk}/correct/"
    assert browser.post(page, CORRECTED | {"why": ""}).status_code == 422
    answer = browser.post(page, CORRECTED | {"first_day": "2026-03-05"})
    assert answer.status_code == 422
    assert "A child has one legal status on each day." in answer.content.decode()


def test_strangers_find_no_legal_status_and_an_auditor_changes_none(client: Client) -> None:
    unit = a_unit()
    order = an_order(a_file(unit=unit))
    pages = [f"/legal-statuses/{order.pk}/end/", f"/legal-statuses/{order.pk}/correct/"]
    stranger = signed_in(client, a_user())
    assert [stranger.get(page).status_code for page in pages] == [404, 404]
    assert stranger.get(f"/legal-statuses/{order.pk + 1}/end/").status_code == 404
    auditor = signed_in(client, a_user(Role.AUDITOR, unit))
    assert [auditor.get(page).status_code for page in pages] == [403, 403]
