"""Opening a proceeding: an authority is asked to decide, and the file says that the child waits."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import a_file, a_unit, a_user, at, signed_in, worker_of
from tests.law.proceedings import a_proceeding
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.kernel.models import Event
from vatra.law.models import Proceeding

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

SENT = {
    "kind": "deprivation",
    "authority": "basic_court",
    "seat": "Gjakova",
    "case_number": "C 12/26",
    "opened_on": "2026-03-02",
}


def new_page(file: File) -> str:
    return f"/files/{file.reference}/proceedings/new/"


def test_a_proceeding_is_opened_and_the_file_lists_it(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    answer = browser.post(new_page(file), SENT)
    opened = Proceeding.objects.get()
    assert answer.headers["Location"] == f"/proceedings/{opened.pk}/"
    assert (opened.kind, opened.authority, opened.opened_on) == (
        "deprivation",
        "basic_court",
        date(2026, 3, 2),
    )
    page = browser.get(f"/files/{file.reference}/proceedings/").content.decode()
    assert "Removing parental rights" in page
    assert "Basic court: Gjakova" in page
    assert "15 days" in page
    event = Event.objects.filter(chain=file.key, reading=False).latest("position")
    assert (event.act, event.on, event.facts) == (
        "open_proceeding",
        date(2026, 3, 2),
        {"kind": "deprivation", "authority": "basic_court"},
    )


def test_it_stands_on_the_timeline(client: Client) -> None:
    proceeding = a_proceeding()
    browser = signed_in(client, worker_of(proceeding.file))
    page = browser.get(f"/files/{proceeding.file.reference}/timeline/").content.decode()
    assert "A proceeding was opened" in page
    assert f'href="/proceedings/{proceeding.pk}/"' in page


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"opened_on": "2026-03-17"}, "This day lies in the future."),
        ({"opened_on": "2023-02-29"}, "Day 29 of February 2023 does not exist: that month has 28 days."),
        ({"kind": ""}, "Not answered yet: “What is asked for”"),
        ({"authority": "the_king"}, "Select a valid choice."),
    ],
)
def test_a_proceeding_that_cannot_be_is_refused(client: Client, sent: dict[str, str], said: str) -> None:
    file = a_file()
    answer = signed_in(client, worker_of(file)).post(new_page(file), SENT | sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert Proceeding.objects.count() == 0


def test_the_same_proceeding_is_not_open_twice_and_another_one_may_be(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    browser.post(new_page(file), SENT)
    answer = browser.post(new_page(file), SENT | {"opened_on": "2026-03-03"})
    assert answer.status_code == 422
    assert "This proceeding is already open in the file." in answer.content.decode()
    browser.post(new_page(file), SENT | {"kind": "guardianship"})
    assert Proceeding.objects.count() == 2


def test_a_form_sent_twice_opens_one(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    answers = [browser.post(new_page(file), SENT | {"once": "the same page"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Proceeding.objects.count() == 1


def test_a_leap_day_opens_a_proceeding(client: Client) -> None:
    file = a_file(on=date(2024, 1, 1))
    signed_in(client, worker_of(file)).post(new_page(file), SENT | {"opened_on": "2024-02-29"})
    assert Proceeding.objects.get().opened_on == date(2024, 2, 29)


def test_strangers_find_no_proceeding_and_an_auditor_only_reads(client: Client) -> None:
    unit = a_unit()
    proceeding = a_proceeding(a_file(unit=unit))
    pages = [new_page(proceeding.file), f"/proceedings/{proceeding.pk}/"]
    stranger = signed_in(client, a_user())
    assert [stranger.get(page).status_code for page in pages] == [404, 404]
    assert stranger.get(f"/proceedings/{proceeding.pk + 1}/").status_code == 404
    auditor = signed_in(client, a_user(Role.AUDITOR, unit))
    assert [auditor.get(page).status_code for page in pages] == [403, 200]
    assert "Plan the next step" not in auditor.get(pages[1]).content.decode()
