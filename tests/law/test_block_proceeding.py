"""What holds a proceeding up: why, who answers for it, since when, and how it was resolved."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import TODAY, a_file, a_unit, a_user, at, by, signed_in, worker_of
from tests.law.proceedings import a_blocker, a_proceeding
from vatra.access.roles import Role
from vatra.kernel.concern import Refused
from vatra.kernel.models import Event
from vatra.law.actions import unblock_proceeding
from vatra.law.models import Blocker

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

SENT = {
    "reason": "no_answer",
    "account": "The registry does not answer two letters.",
    "authority": "civil_registry",
    "from_day": "2026-03-02",
}
RESOLVED = {"last_day": "2026-03-15", "resolution": "The certificate came."}


def test_what_holds_a_proceeding_up_is_shown_with_its_days_and_who_answers_for_it(client: Client) -> None:
    proceeding = a_proceeding()
    browser = signed_in(client, worker_of(proceeding.file))
    browser.post(f"/proceedings/{proceeding.pk}/blockers/new/", SENT)
    for address in (f"/proceedings/{proceeding.pk}/", f"/files/{proceeding.file.reference}/proceedings/"):
        page = browser.get(address).content.decode()
        assert "An authority does not answer: The registry does not answer two letters." in page
        assert "Civil status office, since 2 March 2026: 15 days" in page
    event = Event.objects.filter(chain=proceeding.file.key, reading=False).latest("position")
    assert (event.act, event.on) == ("block_proceeding", date(2026, 3, 2))
    assert event.facts == {
        "proceeding": proceeding.pk,
        "reason": "no_answer",
        "authority": "civil_registry",
    }
    timeline = browser.get(f"/files/{proceeding.file.reference}/timeline/").content.decode()
    assert "A proceeding cannot go on" in timeline


def test_what_is_resolved_no_longer_holds_it_up(client: Client) -> None:
    proceeding = a_proceeding()
    blocker = a_blocker(proceeding)
    browser = signed_in(client, worker_of(proceeding.file))
    browser.post(f"/blockers/{blocker.pk}/", RESOLVED)
    blocker.refresh_from_db()
    assert (blocker.last_day, blocker.resolution) == (date(2026, 3, 15), RESOLVED["resolution"])
    page = browser.get(f"/proceedings/{proceeding.pk}/").content.decode()
    assert "Nothing holds it up." in page
    assert "from 2 February 2026 until 15 March 2026: The certificate came." in page


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"from_day": "2026-03-17"}, "This day lies in the future."),
        ({"from_day": "2026-01-11"}, "This day lies before the proceeding was opened."),
        ({"account": ""}, "Not answered yet: “What exactly”"),
    ],
)
def test_what_cannot_hold_it_up_is_refused(client: Client, sent: dict[str, str], said: str) -> None:
    proceeding = a_proceeding()
    browser = signed_in(client, worker_of(proceeding.file))
    answer = browser.post(f"/proceedings/{proceeding.pk}/blockers/new/", SENT | sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert Blocker.objects.count() == 0


def test_the_same_reason_does_not_hold_it_up_twice_on_one_day(client: Client) -> None:
    proceeding = a_proceeding()
    browser = signed_in(client, worker_of(proceeding.file))
    page = f"/proceedings/{proceeding.pk}/blockers/new/"
    browser.post(page, SENT)
    answer = browser.post(page, SENT | {"from_day": "2026-03-10"})
    assert answer.status_code == 422
    assert "already held up for this reason on these days" in answer.content.decode()
    browser.post(page, SENT | {"reason": "costs"})
    assert Blocker.objects.count() == 2


def test_it_may_be_held_up_again_from_the_day_after(client: Client) -> None:
    proceeding = a_proceeding(on=date(2024, 1, 8))
    first = a_blocker(proceeding, since=date(2024, 2, 1))
    actor = by(worker_of(proceeding.file))
    unblock_proceeding(blocker=first, last_day=date(2024, 2, 29), resolution="It came.", by=actor)
    again = a_blocker(proceeding, since=date(2024, 3, 1))
    assert again.first_day == date(2024, 3, 1)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"last_day": "2026-02-01"}, "The last day cannot be before the first day."),
        ({"resolution": ""}, "Not answered yet: “How it was resolved”"),
    ],
)
def test_it_is_not_resolved_before_it_began_or_without_saying_how(
    client: Client, sent: dict[str, str], said: str
) -> None:
    blocker = a_blocker(a_proceeding())
    browser = signed_in(client, worker_of(blocker.proceeding.file))
    answer = browser.post(f"/blockers/{blocker.pk}/", RESOLVED | sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_it_is_resolved_once() -> None:
    blocker = a_blocker(a_proceeding())
    actor = by(worker_of(blocker.proceeding.file))
    unblock_proceeding(blocker=blocker, last_day=TODAY, resolution="It came.", by=actor)
    with pytest.raises(Refused, match="already written how it was resolved"):
        unblock_proceeding(blocker=blocker, last_day=TODAY, resolution="Again.", by=actor)


def test_strangers_find_nothing_that_holds_it_up_and_an_auditor_resolves_nothing(client: Client) -> None:
    unit = a_unit()
    blocker = a_blocker(a_proceeding(a_file(unit=unit)))
    pages = [f"/blockers/{blocker.pk}/", f"/proceedings/{blocker.proceeding.pk}/blockers/new/"]
    stranger = signed_in(client, a_user())
    assert [stranger.get(page).status_code for page in pages] == [404, 404]
    auditor = signed_in(client, a_user(Role.AUDITOR, unit))
    assert [auditor.get(page).status_code for page in pages] == [403, 403]
