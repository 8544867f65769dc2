"""Closing a proceeding: how it ended and when; nothing is written into it afterwards."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import TODAY, a_file, a_unit, a_user, at, by, signed_in, worker_of
from tests.law.proceedings import a_blocker, a_proceeding, a_step
from vatra.access.roles import Role
from vatra.kernel.concern import Refused
from vatra.kernel.models import Event
from vatra.law.actions import close_proceeding, plan_step, take_step, unblock_proceeding
from vatra.law.models import Proceeding

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

SENT = {"outcome": "granted", "closed_on": "2026-03-16"}


def test_a_proceeding_is_closed_and_the_page_tells_how_long_the_child_waited(client: Client) -> None:
    proceeding = a_proceeding()
    a_step(proceeding)
    browser = signed_in(client, worker_of(proceeding.file))
    browser.post(f"/proceedings/{proceeding.pk}/close/", SENT)
    proceeding.refresh_from_db()
    assert (proceeding.outcome, proceeding.closed_on) == ("granted", TODAY)
    page = browser.get(f"/proceedings/{proceeding.pk}/").content.decode()
    assert "Decided as asked, 16 March 2026" in page
    assert "The child waited 64 days for it." in page
    assert "It was to be by 20 March 2026 and fell away." in page
    assert "Plan the next step" not in page
    event = Event.objects.filter(chain=proceeding.file.key, reading=False).latest("position")
    assert (event.act, event.facts) == ("close_proceeding", {"outcome": "granted"})
    timeline = browser.get(f"/files/{proceeding.file.reference}/timeline/").content.decode()
    assert "A proceeding was closed" in timeline


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"closed_on": "2026-03-17"}, "This day lies in the future."),
        ({"closed_on": "2026-01-11"}, "A proceeding cannot be closed before it was opened."),
        ({"outcome": ""}, "Not answered yet: “How did it end?”"),
    ],
)
def test_a_proceeding_is_not_closed_without_day_and_outcome(
    client: Client, sent: dict[str, str], said: str
) -> None:
    proceeding = a_proceeding()
    browser = signed_in(client, worker_of(proceeding.file))
    answer = browser.post(f"/proceedings/{proceeding.pk}/close/", SENT | sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_proceeding_is_not_closed_before_its_last_step() -> None:
    proceeding = a_proceeding()
    actor = by(worker_of(proceeding.file))
    take_step(step=a_step(proceeding), done_on=TODAY, result="Done.", by=actor)
    with pytest.raises(Refused, match="Something happened in this proceeding after that day"):
        close_proceeding(proceeding=proceeding, closed_on=date(2026, 3, 15), outcome="granted", by=actor)


def test_nothing_is_written_into_a_closed_proceeding() -> None:
    proceeding = a_proceeding()
    actor = by(worker_of(proceeding.file))
    step, blocker = a_step(proceeding), a_blocker(proceeding)
    close_proceeding(proceeding=proceeding, closed_on=TODAY, outcome="lapsed", by=actor)
    later: dict[str, object] = {"kind": "step", "what": "More", "authority": "police", "due_on": TODAY}
    for act, told in (
        (close_proceeding, {"proceeding": proceeding, "closed_on": TODAY, "outcome": "granted"}),
        (plan_step, {"proceeding": proceeding, **later}),
        (take_step, {"step": step, "done_on": TODAY, "result": "Done."}),
        (unblock_proceeding, {"blocker": blocker, "last_day": TODAY, "resolution": "Found."}),
    ):
        with pytest.raises(Refused, match="This proceeding is closed"):
            act(**told, by=actor)  # type: ignore[operator]


def test_the_schema_refuses_an_end_without_an_outcome() -> None:
    proceeding = a_proceeding()
    with pytest.raises(IntegrityError, match="proceeding_closed_without_outcome"), transaction.atomic():
        Proceeding.objects.filter(pk=proceeding.pk).update(closed_on=TODAY)


def test_a_closed_proceeding_may_be_asked_for_anew_on_a_leap_day() -> None:
    file = a_file(on=date(2023, 1, 2))
    first = a_proceeding(file, on=date(2024, 1, 8))
    actor = by(worker_of(file))
    close_proceeding(proceeding=first, closed_on=date(2024, 2, 29), outcome="refused", by=actor)
    again = a_proceeding(file, on=date(2024, 2, 29))
    assert [each.is_open for each in (Proceeding.objects.get(pk=first.pk), again)] == [False, True]


def test_strangers_find_nothing_to_close_and_an_auditor_closes_nothing(client: Client) -> None:
    unit = a_unit()
    proceeding = a_proceeding(a_file(unit=unit))
    page = f"/proceedings/{proceeding.pk}/close/"
    assert signed_in(client, a_user()).get(page).status_code == 404
    assert signed_in(client, a_user(Role.AUDITOR, unit)).get(page).status_code == 403
