"""Withdrawing an ask: a dated update with its reason, approved like any other, and taken up again by a later one."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.advocacy.asks import LATER, acting, an_ask, an_officer, approved, it_came_to
from tests.builders import TODAY, at, signed_in
from tests.on_paper import said_in
from vatra.advocacy.actions.updates import correct_update, withdraw_ask, write_update
from vatra.advocacy.asks.open_asks import open_asks, overdue_asks, with_stage
from vatra.advocacy.asks.seen import seen_on
from vatra.advocacy.models import AskUpdate, PolicyAsk
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Actor
from vatra.kernel.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

SINCE = date(2026, 2, 20)
REASON = {"en": "The new family law asks for more than we did.", "sq": "Ligji i ri kërkon më shumë se ne."}


def withdrawing(ask: PolicyAsk, on: date = SINCE) -> AskUpdate:
    """One of us says that we no longer ask for it."""
    return withdraw_ask(ask=ask, on=on, reason=REASON, by=acting())


def withdrawn(ask: PolicyAsk, on: date = SINCE) -> AskUpdate:
    """The same, approved by a second person."""
    return approved(withdrawing(ask, on))


def late_ask() -> PolicyAsk:
    """One whose day has passed, on the public site."""
    return an_ask(deadline_on=date(2026, 1, 31), shown=True)


def stage_on(ask: PolicyAsk, day: date = TODAY) -> str:
    return with_stage(PolicyAsk.objects.filter(pk=ask.pk), day).get().stage


def test_an_ask_is_withdrawn_once_a_second_person_has_approved_it() -> None:
    ask = late_ask()
    update = withdrawing(ask)
    assert stage_on(ask) == "asked"
    approved(update)
    assert (stage_on(ask), stage_on(ask, SINCE - timedelta(days=1))) == ("withdrawn", "asked")
    event = Event.objects.get(chain=ask.key, act="withdraw_ask")
    assert (event.on, event.subject_id, event.facts) == (SINCE, str(update.pk), {})


def test_what_is_withdrawn_is_neither_open_nor_overdue_and_was_both_before() -> None:
    ask = late_ask()
    withdrawn(ask)
    before = SINCE - timedelta(days=1)
    assert [open_asks(day).filter(pk=ask.pk).exists() for day in (before, TODAY)] == [True, False]
    assert [overdue_asks(day).filter(pk=ask.pk).exists() for day in (before, TODAY)] == [True, False]


def test_it_can_be_asked_again_without_another_source_than_us() -> None:
    ask = late_ask()
    withdrawn(ask)
    again = write_update(
        ask=ask,
        happened_on=TODAY,
        stage="asked",
        text={"en": "The law was not passed: we ask again."},
        source_url="",
        document_sha256="",
        by=acting(),
    )
    approved(again)
    assert stage_on(ask) == "asked"
    assert overdue_asks(TODAY).filter(pk=ask.pk).exists()
    assert withdrawn(ask, TODAY).stage == "withdrawn"


def test_what_happens_afterwards_takes_it_up_as_well() -> None:
    ask = late_ask()
    withdrawn(ask)
    it_came_to(ask, "adopted", TODAY)
    assert (stage_on(ask), seen_on(ask, TODAY).withdrawal) == ("adopted", None)


def test_a_withdrawn_ask_is_not_withdrawn_once_more() -> None:
    ask = late_ask()
    withdrawn(ask)
    with pytest.raises(Refused, match="withdrawn already"):
        withdrawing(ask, TODAY)


@pytest.mark.parametrize("day", [date(2024, 12, 31), TODAY + timedelta(days=1)])
def test_nothing_is_withdrawn_before_it_was_asked_or_tomorrow(day: date) -> None:
    with pytest.raises(Refused):
        withdrawing(an_ask(), day)


def test_a_withdrawal_that_did_not_happen_is_corrected_like_any_update() -> None:
    ask = late_ask()
    update = withdrawn(ask)
    by = acting()
    correction = correct_update(
        original=update,
        happened_on=SINCE,
        stage="withdrawn",
        text=REASON,
        source_url="",
        document_sha256="",
        did_not_happen=True,
        by=Actor(by.user_id, by.role, by.at + LATER),
    )
    approved(correction)
    assert stage_on(ask) == "asked"


def test_what_others_did_still_needs_its_source() -> None:
    update = it_came_to(late_ask(), "adopted", TODAY)
    with pytest.raises(IntegrityError, match="update_without_source"), transaction.atomic():
        AskUpdate.objects.create(
            ask=update.ask,
            happened_on=TODAY,
            stage="drafted",
            text=REASON,
            author=update.author,
            recorded_at=at(),
        )


def test_the_public_page_says_since_when_and_why(client: Client) -> None:
    ask = late_ask()
    withdrawn(ask)
    page = client.get(f"/en/asks/{ask.slug}/").content.decode()
    assert "Since 20 February 2026 we no longer ask for this." in page
    assert page.count(REASON["en"]) == 2
    assert "<strong>Withdrawn by us</strong>, since 20 February 2026" in page
    assert "Source: our own decision" in page
    assert "GAP Institute" not in page
    then = client.get(f"/en/asks/{ask.slug}/", {"on": "2026-02-19"}).content.decode()
    assert "we no longer ask for this" not in then
    assert "<strong>Asked</strong>" in then


def test_the_scorecard_and_the_table_tell_it_as_withdrawn(client: Client) -> None:
    ask = late_ask()
    withdrawn(ask)
    paper = said_in(client.get("/en/asks/scorecard.pdf").content)
    assert "Withdrawn by us since" in paper
    assert "neither open nor late" in paper
    rows = list(csv.reader(io.StringIO(client.get("/en/asks/asks.csv").content.decode("utf-8-sig"))))
    told = dict(zip(rows[0], rows[1], strict=True))
    assert (told["Stage"], told["GAP Institute’s steps"]) == ("Withdrawn by us", "")


def test_an_officer_withdraws_on_a_page_of_its_own(client: Client) -> None:
    ask, browser = late_ask(), signed_in(client, an_officer())
    address = f"/asks/{ask.pk}/withdraw/"
    assert address in browser.get(f"/asks/{ask.pk}/").content.decode()
    assert 'value="withdrawn"' not in browser.get(f"/asks/{ask.pk}/updates/new/").content.decode()
    sent = {"on_day": "20", "on_month": "2", "on_year": "2026", "reason_en": REASON["en"]}
    assert browser.post(address, sent | {"reason_en": ""}).status_code == 422
    assert browser.post(address, sent).headers["Location"] == f"/asks/{ask.pk}/"
    approved(AskUpdate.objects.get())
    page = browser.get(f"/asks/{ask.pk}/").content.decode()
    assert ("we no longer ask for this" in page, address in page) == (True, False)
