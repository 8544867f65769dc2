"""Asking whether one could be a foster family."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from tests.advocacy.site import received_by
from tests.builders import a_unit, at
from vatra.access.models import SentIn, Unit
from vatra.homes.enquiries.consent import NEWEST
from vatra.homes.models import Enquiry
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

FORM = "/sr/foster/ask/"
ASKED = {
    "names": "Jelena i Marko Stanković",
    "reachable_at": "044 000 111",
    "municipality": "gracanice",
    "household": "Dvoje odraslih",
    "form": "foster_short",
    "question": "Koliko traje?",
    "agrees": "on",
}


@pytest.fixture
def unit() -> Unit:
    """A unit that reads enquiries from everywhere."""
    cache.clear()
    unit = a_unit()
    received_by(unit, SentIn.ENQUIRY)
    return unit


def test_an_enquiry_lands_with_the_unit_in_the_language_it_was_asked_in(client: Client, unit: Unit) -> None:
    answer = client.post(FORM, ASKED)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sr/foster/asked/")
    enquiry = Enquiry.objects.get()
    assert (enquiry.unit, enquiry.language, enquiry.names) == (unit, "sr-latn", ASKED["names"])
    assert (enquiry.form, enquiry.consent, enquiry.received_at) == ("foster_short", NEWEST, at())
    event = Event.objects.get(chain=enquiry.key)
    assert (event.act, event.user_id, event.role) == ("make_enquiry", None, "public")
    assert "044" not in str(event.facts)


def test_who_does_not_know_yet_may_ask_too(client: Client, unit: Unit) -> None:
    client.post(FORM, {**ASKED, "form": ""})
    with translation.override("en"):
        assert Enquiry.objects.get().asked_about == "Not sure yet"


@pytest.mark.parametrize("missing", ["names", "reachable_at", "municipality", "agrees"])
def test_without_this_nothing_is_kept_and_nothing_typed_is_lost(
    client: Client, unit: Unit, missing: str
) -> None:
    answer = client.post(FORM, {**ASKED, missing: ""} if missing != "agrees" else _without(missing))
    assert answer.status_code == 422
    assert "Koliko traje?" in answer.content.decode()
    assert Enquiry.objects.count() == 0


def _without(name: str) -> dict[str, str]:
    return {key: value for key, value in ASKED.items() if key != name}


@pytest.mark.parametrize("form", ["residential", "x"])
def test_only_families_can_be_asked_about(client: Client, unit: Unit, form: str) -> None:
    assert client.post(FORM, {**ASKED, "form": form}).status_code == 422


def test_where_nobody_answers_the_page_says_how_else_to_ask(client: Client) -> None:
    page = client.get("/en/foster/").content.decode()
    assert "/en/foster/ask/" not in page
    assert 'href="/en/contact/"' in page
    assert client.post(FORM, ASKED).status_code == 404


def test_a_machine_gets_the_same_answer_and_leaves_nothing(client: Client, unit: Unit) -> None:
    answer = client.post(FORM, {**ASKED, "homepage": "x"})
    assert answer.headers["Location"] == "/sr/foster/asked/"
    assert Enquiry.objects.count() == 0


def test_a_name_with_an_address_in_it_is_refused(client: Client, unit: Unit) -> None:
    assert client.post(FORM, {**ASKED, "names": "Visit buy-now.shop today"}).status_code == 422


def test_a_known_family_gets_the_same_answer(client: Client, unit: Unit) -> None:
    first = client.post(FORM, ASKED)
    again = client.post(FORM, {**ASKED, "question": "Još nešto?"})
    assert (first.status_code, first.headers["Location"]) == (again.status_code, again.headers["Location"])
    assert Enquiry.objects.count() == 2
