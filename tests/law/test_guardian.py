"""Guardian and legal status: one on each day, and a day without is seen."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import a_file, a_unit, a_user, siblings, signed_in, worker_of
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.kernel.models import Event
from vatra.law.models import Guardianship, LegalStatus

pytestmark = pytest.mark.django_db

BODY = {"kind": "temporary", "body": "Guardianship body of Gjakova", "from_day": "2026-03-16"}


def guardian_page(file: File) -> str:
    return f"/files/{file.reference}/guardian/"


def last_act(file: File) -> Event:
    """What was done last in the file."""
    return Event.objects.filter(chain=file.key, reading=False).latest("position")


def test_a_guardian_takes_the_place_of_the_one_before(client: Client) -> None:
    file = a_file()
    signed_in(client, worker_of(file)).post(guardian_page(file), BODY)
    before, after = Guardianship.objects.order_by("first_day")
    assert (before.last_day, after.first_day, after.body) == (
        date(2026, 3, 15),
        date(2026, 3, 16),
        "Guardianship body of Gjakova",
    )
    assert (last_act(file).act, last_act(file).on) == ("appoint_guardian", date(2026, 3, 16))


def test_somebody_of_the_family_becomes_guardian(client: Client) -> None:
    file = a_file(guardian=False)
    mother = siblings(file.child)
    sent = {"kind": "parents", "guardian": mother.pk, "from_day": "2024-02-29"}
    signed_in(client, worker_of(file)).post(guardian_page(file), sent)
    guardianship = Guardianship.objects.get()
    assert (guardianship.guardian, guardianship.body, guardianship.first_day) == (
        mother,
        None,
        date(2024, 2, 29),
    )


@pytest.mark.parametrize("body", ["", "Guardianship body of Gjakova"])
def test_a_guardian_is_either_a_person_or_a_body(client: Client, body: str) -> None:
    file = a_file(guardian=False)
    mother = siblings(file.child)
    both_or_none = {
        "kind": "person",
        "guardian": mother.pk if body else "",
        "body": body,
        "from_day": "2026-03-16",
    }
    answer = signed_in(client, worker_of(file)).post(guardian_page(file), both_or_none)
    assert answer.status_code == 422
    assert "Name the guardian: either a person or a guardianship body." in answer.content.decode()
    assert Guardianship.objects.count() == 0


def test_two_guardians_on_one_day_are_refused_with_a_sentence(client: Client) -> None:
    file = a_file()
    earlier = {**BODY, "from_day": "2025-01-01"}
    answer = signed_in(client, worker_of(file)).post(guardian_page(file), earlier)
    assert answer.status_code == 422
    assert "A child has one guardian on each day." in answer.content.decode()
    assert Guardianship.objects.count() == 1


def test_a_guardianship_ends_and_the_page_says_that_there_is_none(client: Client) -> None:
    file = a_file()
    held = Guardianship.objects.get()
    browser = signed_in(client, worker_of(file))
    browser.post(f"/guardianships/{held.pk}/end/", {"on": "2026-03-12", "why": "The court removed it."})
    held.refresh_from_db()
    assert held.last_day == date(2026, 3, 12)
    assert (last_act(file).act, last_act(file).why) == ("end_guardianship", "The court removed it.")
    assert "has no guardian today" in browser.get(guardian_page(file)).content.decode()


def test_a_guardianship_does_not_end_before_it_starts(client: Client) -> None:
    file = a_file()
    held = Guardianship.objects.get()
    sent = {"on": "2025-08-31", "why": "A slip."}
    answer = signed_in(client, worker_of(file)).post(f"/guardianships/{held.pk}/end/", sent)
    assert answer.status_code == 422
    assert "The last day cannot be before the first day." in answer.content.decode()


def test_a_guardianship_of_another_town_is_not_found_and_an_auditor_does_not_end_it(client: Client) -> None:
    unit = a_unit()
    a_file(unit=unit)
    held = Guardianship.objects.get()
    stranger = signed_in(client, a_user())
    urls = [f"/guardianships/{pk}/end/" for pk in (held.pk, held.pk + 1)]
    assert [stranger.get(url).status_code for url in urls] == [404, 404]
    assert signed_in(client, a_user(Role.AUDITOR, unit)).get(urls[0]).status_code == 403


STATUS = {"kind": "care_order", "ordered_by": "Basic Court Gjakova, C 12/26", "from_day": "2026-03-16"}


def test_a_legal_status_takes_the_place_of_the_one_before(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    url = f"/files/{file.reference}/legal-status/"
    browser.post(url, {"kind": "emergency", "from_day": "2026-03-01"})
    browser.post(url, STATUS)
    before, after = LegalStatus.objects.order_by("first_day")
    assert (before.kind, before.last_day) == ("emergency", date(2026, 3, 15))
    assert (after.kind, after.ordered_by, after.last_day) == ("care_order", STATUS["ordered_by"], None)
    assert last_act(file).act == "set_legal_status"


def test_two_legal_statuses_on_one_day_are_refused(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    url = f"/files/{file.reference}/legal-status/"
    browser.post(url, STATUS)
    answer = browser.post(url, {**STATUS, "kind": "emergency"})
    assert answer.status_code == 422
    assert "A child has one legal status on each day." in answer.content.decode()
    assert LegalStatus.objects.count() == 1
