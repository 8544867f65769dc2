"""The pages of those who keep signatures."""

import csv
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.advocacy.signing import (
    ASSEMBLY,
    WORDS,
    a_campaign,
    a_sheet,
    a_signature,
    an_officer,
    confirmed,
    tally,
)
from tests.builders import TODAY, a_user, at, signed_in
from vatra.access.roles import Role
from vatra.advocacy.models import Delivery, InvalidationBatch, Signature, SignerMail, SigningSheet
from vatra.advocacy.signing.chart import DAYS, HEIGHT, chart
from vatra.advocacy.signing.counts import by_day, by_municipality, by_state
from vatra.advocacy.signing.words import HeldFor, Purpose

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


@pytest.fixture
def officer(client: Client) -> Client:
    """Somebody who keeps signatures, at a browser."""
    return signed_in(client, an_officer())


def page(name: str, *args: object) -> str:
    return reverse(f"advocacy:{name}", args=args)


def in_boxes(field: str, words: dict[str, str]) -> dict[str, str]:
    return {f"{field}_{code.replace('-', '_')}": said for code, said in words.items()}


def on_day(field: str, day: date) -> dict[str, str]:
    return {f"{field}_day": str(day.day), f"{field}_month": str(day.month), f"{field}_year": str(day.year)}


def test_somebody_opens_a_petition_in_three_languages(officer: Client) -> None:
    campaign = a_campaign()
    typed = {
        "campaign": campaign.pk,
        "kind": "petition",
        "slug": "no-child",
        "goal": "1000",
        "asks_proof": "on",
    }
    typed |= in_boxes("title", WORDS) | in_boxes("words", WORDS) | in_boxes("deliver_to", ASSEMBLY)
    typed |= on_day("first_day", TODAY) | on_day("shown_from", TODAY)
    answer = officer.post(page("new_sheet"), typed)
    assert (answer.status_code, answer.headers.get("Location")) == (302, page("sheet", "no-child"))
    sheet = SigningSheet.objects.get()
    assert (sheet.goal, sheet.jurisdiction, sheet.action.campaign) == (1000, "kosovo", campaign)
    typed["slug"] = "other"
    del typed["words_sq"]
    answer = officer.post(page("new_sheet"), typed)
    assert (answer.status_code, "Write it in all three languages." in answer.content.decode()) == (422, True)


def test_a_change_of_the_text_makes_a_version(officer: Client) -> None:
    sheet = a_sheet()
    typed = in_boxes("words", WORDS | {"en": "Other words."}) | in_boxes("deliver_to", ASSEMBLY)
    answer = officer.post(page("new_text", sheet.action.slug), typed | {"why": "Clearer"})
    assert answer.status_code == 302
    assert [text.number for text in sheet.texts.order_by("number")] == [1, 2]


def test_the_page_counts_what_stands_where_and_tells_few_together(officer: Client) -> None:
    sheet = a_sheet()
    for _number in range(6):
        confirmed(sheet, municipality="prizren")
    for _number in range(4):
        confirmed(sheet, municipality="decan")
    a_signature(sheet, held_for=HeldFor.NO_PROOF)
    text = officer.get(page("sheet", sheet.action.slug)).content.decode()
    assert "10 signatures count." in text
    assert ("Prizren" in text, "Deçan" in text) == (True, False)
    places, elsewhere = by_municipality(sheet)
    assert ([(place.name, place.number) for place in places], elsewhere) == ([("Prizren / Prizren", 6)], 4)


def test_the_counts_by_state_are_those_of_each_signature() -> None:
    sheet = a_sheet()
    fields: list[dict[str, Any]] = [
        {},
        {"held_for": "burst"},
        {"held_for": "burst", "released_at": at()},
        {"held_for": "burst", "turned_away_at": at(), "turned_away_for": "abuse"},
        {"confirmed_at": at()},
        {"confirmed_at": at(), "invalid_in": 2},
        {"confirmed_at": at(), "withdrawn_at": at()},
        {"rejected_at": at()},
        {"expired_at": at()},
        {"withdrawn_at": at()},
    ]
    for each in fields:
        Signature.objects.filter(pk=a_signature(sheet).pk).update(**each)
    states = [signature.state for signature in sheet.signatures.all()]
    assert by_state(sheet) == {state: states.count(state) for state in by_state(sheet)}
    assert all(by_state(sheet).values())


def test_days_are_drawn_up_to_the_highest_and_none_is_too_low_to_be_seen() -> None:
    sheet = a_sheet()
    for number in range(3):
        confirmed(sheet, moment=at() - timedelta(days=min(number, 1)))
    drawn = chart(by_day(sheet), until=TODAY)
    assert [(bar.day, bar.number, bar.height) for bar in drawn.bars[-2:]] == [
        (TODAY - timedelta(days=1), 2, HEIGHT),
        (TODAY, 1, HEIGHT // 2),
    ]
    assert (len(drawn.bars), drawn.most, {bar.height for bar in drawn.bars[:-2]}) == (DAYS, 2, {0})
    assert chart({TODAY: 1, TODAY - timedelta(days=1): 5000}, until=TODAY).bars[-1].height == 2


def test_who_waits_is_let_through_or_turned_away_with_a_reason(officer: Client) -> None:
    sheet = a_sheet()
    good, bad = a_signature(sheet, held_for=HeldFor.NO_PROOF), a_signature(sheet, held_for=HeldFor.HONEYPOT)
    queue = page("queue", sheet.action.slug)
    assert officer.get(queue).content.decode().count('name="chosen"') == 2
    assert officer.post(queue, {"let_through": "1"}).status_code == 422
    assert officer.post(queue, {"turn_away": "1", "chosen": [bad.pk]}).status_code == 422
    assert officer.post(queue, {"let_through": "1", "chosen": [good.pk]}).status_code == 302
    assert officer.post(queue, {"turn_away": "1", "chosen": [bad.pk], "reason": "machine"}).status_code == 302
    assert [each.state for each in sheet.signatures.order_by("pk")] == ["waiting", "turned_away"]
    other = a_signature(a_sheet(), held_for=HeldFor.NO_PROOF)
    assert officer.post(queue, {"let_through": "1", "chosen": [other.pk]}).status_code == 422


def test_names_are_looked_at_before_they_are_shown(officer: Client) -> None:
    sheet = a_sheet()
    fine, rude = (
        confirmed(sheet, name=name, purposes=tuple(Purpose)) for name in ("Arta Krasniqi", "Rude Word")
    )
    names = page("names", sheet.action.slug)
    assert "Arta K." in officer.get(names).content.decode()
    assert officer.post(names, {"pass": "1", "chosen": [fine.pk]}).status_code == 302
    assert officer.post(names, {"hold_back": "1", "chosen": [rude.pk]}).status_code == 302
    assert list(sheet.signatures.with_name_shown()) == [fine]


def test_a_batch_is_looked_at_and_only_then_taken_and_undone(officer: Client) -> None:
    sheet = a_sheet()
    confirmed(sheet, name="Bot Alpha", email="a@mail.invalid")
    confirmed(sheet, name="Arta Krasniqi")
    new = page("new_batch", sheet.action.slug)
    conditions = {"domain": "mail.invalid", "why": "Machines"}
    looked = officer.post(new, conditions | {"look": "1"})
    text = looked.content.decode()
    assert ("1 signature fits. 1 of them counts now." in text, "Bot Alpha" in text) == (True, True)
    assert (InvalidationBatch.objects.count(), tally(sheet)) == (0, 2)
    carried = {name: looked.context["form"][name].value() for name in ("until_at", "seen")}
    answer = officer.post(new, conditions | carried | {"take": "1"})
    assert (answer.status_code, tally(sheet)) == (302, 1)
    batch = InvalidationBatch.objects.get()
    assert officer.get(page("batches", sheet.action.slug)).content.decode().count("mail.invalid") == 1
    assert officer.post(page("undo_batch", batch.pk), {"why": "They were people"}).status_code == 302
    assert tally(sheet) == 2


def test_a_batch_that_was_not_looked_at_is_not_taken(officer: Client) -> None:
    sheet = a_sheet()
    confirmed(sheet, email="a@mail.invalid")
    new = page("new_batch", sheet.action.slug)
    answer = officer.post(new, {"domain": "mail.invalid", "why": "Machines", "take": "1"})
    assert (answer.status_code, "have changed" in answer.content.decode()) == (422, True)
    assert officer.post(new, {"why": "Machines", "look": "1"}).status_code == 422
    assert tally(sheet) == 1


def test_a_busy_network_can_be_chosen(officer: Client) -> None:
    sheet, network = a_sheet(), bytes(range(16))
    for number in range(5):
        confirmed(sheet, network=network, name=f"Bot {'abcde'[number]}x")
    confirmed(sheet)
    new = page("new_batch", sheet.action.slug)
    assert "000102: 5 signatures on" in officer.get(new).content.decode()
    looked = officer.post(new, {"network": network.hex(), "why": "Machines", "look": "1"})
    assert looked.context["preview"].fitting == 5


def test_the_list_comes_as_a_file_once_the_button_is_pressed(officer: Client) -> None:
    sheet = a_sheet()
    confirmed(sheet, name="Arta Krasniqi")
    there = page("hand_over", sheet.action.slug)
    assert "1 person has confirmed the signature" in officer.get(there).content.decode()
    assert (officer.post(there, {"to": ""}).status_code, Delivery.objects.count()) == (422, 0)
    answer = officer.post(there, {"to": "The Assembly"})
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert (
        answer.headers["Content-Disposition"] == f'attachment; filename="{sheet.action.slug}-2026-03-16.csv"'
    )
    assert [row[1] for row in csv.reader(StringIO(answer.content.decode("utf-8-sig")))] == [
        "name",
        "Arta Krasniqi",
    ]
    assert "The Assembly" in officer.get(page("sheet", sheet.action.slug)).content.decode()


def test_news_are_written_to_who_agreed(officer: Client) -> None:
    sheet = a_sheet()
    confirmed(sheet, purposes=[Purpose.DELIVER, Purpose.MAIL])
    typed = in_boxes("subject", WORDS) | in_boxes("words", WORDS)
    assert officer.post(page("write_news", sheet.action.slug), typed).status_code == 302
    assert SignerMail.objects.filter(kind="news").count() == 1


def test_what_is_past_its_day_is_reported_and_then_erased(officer: Client) -> None:
    sheet = a_sheet()
    signature = confirmed(sheet, moment=at() - timedelta(days=731))
    there = page("erase_contacts", sheet.action.slug)
    assert there in officer.get(page("retention")).content.decode()
    assert "1 signer are past" in officer.get(there).content.decode().replace("\n", " ")
    assert officer.post(there, {"seen": "1"}).status_code == 302
    signature.refresh_from_db()
    assert (signature.signer, tally(sheet)) == (None, 1)
    assert "Nothing is past its day." in officer.get(page("retention")).content.decode()


@pytest.mark.parametrize(
    "name",
    [
        "new_sheet",
        "retention",
        "new_text",
        "queue",
        "names",
        "batches",
        "new_batch",
        "hand_over",
        "write_news",
    ],
)
def test_who_only_reads_campaigns_does_not_keep_signatures(client: Client, name: str) -> None:
    client.force_login(a_user(Role.DONOR_RELATIONS))
    sheet = a_sheet()
    arguments = [] if name in {"new_sheet", "retention"} else [sheet.action.slug]
    assert client.get(page(name, *arguments)).status_code == 403
    assert client.get(page("sheet", sheet.action.slug)).status_code == 200


@pytest.mark.parametrize("number", [1, 4])
def test_a_longer_list_asks_no_more_of_the_database(officer: Client, number: int) -> None:
    for _each in range(number):
        confirmed(a_sheet())
    with CaptureQueriesContext(connection) as asked:
        answer = officer.get(page("sheets"))
    assert answer.status_code == 200
    assert len(asked) <= 6
