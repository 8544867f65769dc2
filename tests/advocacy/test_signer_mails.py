"""Mails to signers: what a real server gets, and to whom nothing is ever sent."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest
from django.core.mail import EmailMessage as Letter
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from tests.advocacy.signing import (
    a_link,
    a_sheet,
    a_signature,
    by_officer,
    by_visitor,
    confirmed,
    links_in,
)
from tests.builders import at
from tests.desk.mail_servers import Inbox, an_inbox, use
from vatra.access.models.outgoing import MailState
from vatra.access.outbox import send_waiting
from vatra.advocacy.actions import (
    confirm_signature,
    invalidate,
    let_through,
    reject_signature,
    turn_away,
    withdraw_consent,
    withdraw_signature,
    write_news,
)
from vatra.advocacy.models import Signature, SignerMail, SigningSheet
from vatra.advocacy.signing.conditions import Conditions
from vatra.advocacy.signing.letters import ITS_READER, letter
from vatra.advocacy.signing.reminders import APART, write_reminders
from vatra.advocacy.signing.words import HeldFor, Purpose, SignerMailKind, TurnedAwayFor
from vatra.kernel.concern import Refused
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Actor
from vatra.kernel.seal import open_seal

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]
SUBJECT = Wording({"sq": "U pranua", "sr-latn": "Usvojeno", "en": "It was adopted"})


@pytest.fixture
def inbox(settings: Settings) -> Iterator[Inbox]:
    with an_inbox() as running:
        use(running, settings)
        yield running


def sent() -> int:
    return send_waiting(SignerMail.objects.may_leave().select_related(*ITS_READER), letter)


def test_who_signs_is_asked_once_in_the_language_of_the_page(inbox: Inbox) -> None:
    signature = a_signature(a_sheet(), name="Arta Krasniqi", email="arta@example.org", language="en")
    assert (sent(), sent()) == (1, 0)
    (mail,) = inbox.mails
    assert mail["To"] == "arta@example.org"
    assert mail["Subject"] == "Did you sign “No child abandoned”?"
    assert mail["Message-ID"] == f"<{signature.mails.get().key}@localhost>"
    assert "in the name of: Arta Krasniqi" in mail.get_content()
    paths = links_in(mail.get_content())
    assert set(paths) == {"confirm", "own"}
    assert all(path.startswith(f"/en/sign/{signature.sheet.action.slug}/") for path in paths.values())


@pytest.mark.parametrize(("language", "short"), [("sq", "sq"), ("sr-latn", "sr")])
def test_the_links_of_a_mail_lead_to_pages_in_its_language(inbox: Inbox, language: str, short: str) -> None:
    a_signature(a_sheet(), language=language)
    sent()
    assert links_in(inbox.mails[0].get_content())["confirm"].startswith(f"/{short}/sign/")


def test_links_lead_to_the_public_site_where_it_has_a_name_of_its_own(
    inbox: Inbox, settings: Settings
) -> None:
    settings.PUBLIC_SITE = "https://vatra.example.org"
    a_signature(a_sheet())
    sent()
    assert inbox.mails[0].get_content().count("https://vatra.example.org/") == 2


def test_a_title_makes_no_second_header(inbox: Inbox) -> None:
    title = Wording(dict.fromkeys(SUBJECT, "One\r\nBcc: all@example.org"))
    a_signature(a_sheet(title=title))
    assert sent() == 1
    assert inbox.mails[0]["Bcc"] is None


def test_who_does_not_answer_is_reminded_twice_and_then_left_alone(inbox: Inbox) -> None:
    a_signature(a_sheet())
    assert write_reminders(at=at()) == 0
    sent()
    numbers = []
    for round_number in range(1, 5):
        moment = at() + round_number * APART
        numbers.append(write_reminders(at=moment))
        SignerMail.objects.filter(offered_at=None).update(written_at=moment)
        sent()
        SignerMail.objects.filter(kind=SignerMailKind.REMINDER, sent_at=at()).update(
            offered_at=moment, sent_at=moment
        )
    assert numbers == [1, 1, 0, 0]
    assert "asked you before" in inbox.mails[1].get_content()
    assert len(inbox.mails) == 3


def test_who_has_confirmed_is_reminded_of_nothing(inbox: Inbox) -> None:
    signature = a_signature(a_sheet())
    sent()
    confirm_signature(link=a_link(signature), by=by_visitor())
    assert write_reminders(at=at() + APART) == 0


def test_no_reminder_follows_a_mail_that_has_not_left_or_was_refused(inbox: Inbox) -> None:
    a_signature(a_sheet())
    assert write_reminders(at=at() + 5 * APART) == 0
    inbox.at_recipient = lambda: "550 Nobody lives here"
    assert sent() == 0
    assert write_reminders(at=at() + 5 * APART) == 0


def test_news_go_to_those_who_agreed_and_say_why(inbox: Inbox) -> None:
    sheet = a_sheet()
    confirmed(sheet, email="yes@example.org", purposes=[Purpose.DELIVER, Purpose.MAIL])
    confirmed(sheet, email="no@example.org")
    a_signature(sheet, email="unconfirmed@example.org", purposes=[Purpose.DELIVER, Purpose.MAIL])
    SignerMail.objects.all().delete()
    write_news(sheet=sheet, subject=SUBJECT, words=SUBJECT, by=by_officer())
    assert sent() == 1
    (mail,) = inbox.mails
    assert (mail["To"], mail["Subject"]) == ("yes@example.org", "It was adopted")
    assert "agreed to be written to" in mail.get_content()
    assert set(links_in(mail.get_content())) == {"own"}


def test_news_that_nobody_agreed_to_are_not_written() -> None:
    sheet = a_sheet()
    confirmed(sheet)
    with pytest.raises(Refused, match="Nobody whose signature counts"), transaction.atomic():
        write_news(sheet=sheet, subject=SUBJECT, words=SUBJECT, by=by_officer())


def test_who_takes_the_consent_back_between_the_list_and_the_last_line_gets_nothing(inbox: Inbox) -> None:
    sheet = a_sheet()
    signature = confirmed(sheet, purposes=[Purpose.DELIVER, Purpose.MAIL])
    SignerMail.objects.all().delete()
    write_news(sheet=sheet, subject=SUBJECT, words=SUBJECT, by=by_officer())

    def letter_while_it_is_taken_back(mail: SignerMail) -> Letter:
        written = letter(mail)
        withdraw_consent(signature=signature, purpose=Purpose.MAIL, by=by_visitor())
        return written

    waiting = SignerMail.objects.may_leave().select_related(*ITS_READER)
    assert (send_waiting(waiting, letter_while_it_is_taken_back), inbox.mails) == (0, [])
    assert SignerMail.objects.get().state == MailState.WAITING


ACTS = (
    "sign",
    "held",
    "confirm",
    "reject",
    "withdraw",
    "no_mail",
    "let",
    "away",
    "invalidate",
    "news",
    "remind",
    "send",
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 3)), min_size=4, max_size=16))
def test_no_mail_leaves_without_a_confirmed_purpose_but_the_question_itself(
    inbox: Inbox, steps: list[tuple[str, int]]
) -> None:
    with transaction.atomic():
        sheet, moment = a_sheet(), at()
        for number, (what, which) in enumerate([("sign", 0), *steps, ("send", 0)]):
            moment += timedelta(hours=13)
            signatures = list(sheet.signatures.filter(signer__isnull=False).order_by("pk"))
            do(what, sheet, signatures[which % len(signatures)] if signatures else None, number, moment)
            if what == "send":
                allowed = {open_seal(each.signer.email_sealed): each for each in signatures if each.signer}
                before = len(inbox.mails)
                sent()
                for mail in inbox.mails[before:]:
                    assert is_allowed(mail, allowed[str(mail["To"])])
        transaction.set_rollback(True)


def is_allowed(mail: EmailMessage, signature: Signature) -> bool:
    """News to who confirmed and agreed, a question to who has not answered and need not be looked at first."""
    signature = Signature.objects.get(pk=signature.pk)
    if mail["Subject"] == "It was adopted":
        agreeing = Signature.objects.agreeing_to(Purpose.MAIL).filter(pk=signature.pk).exists()
        return agreeing and signature.state == "counted"
    return signature.state == "waiting"


def do(what: str, sheet: SigningSheet, one: Signature | None, number: int, moment: datetime) -> None:
    """One thing that happens to a sheet; what cannot happen now does not."""
    purposes = [Purpose.DELIVER, Purpose.MAIL][: 1 + number % 2]
    name, visitor = f"Signer {'abcdefghijklmnopqrs'[number]}", by_visitor()
    of_a_sheet: dict[str, Callable[[], object]] = {
        "sign": lambda: a_signature(sheet, name=name, purposes=purposes),
        "held": lambda: a_signature(sheet, name=name, purposes=purposes, held_for=HeldFor.NO_PROOF),
        "news": lambda: write_news(sheet=sheet, subject=SUBJECT, words=SUBJECT, by=by_officer()),
        "remind": lambda: write_reminders(at=moment),
    }
    of_one: dict[str, Callable[[Signature], object]] = {
        "confirm": lambda one: confirm_signature(link=a_link(one), by=visitor),
        "reject": lambda one: reject_signature(link=a_link(one), by=visitor),
        "withdraw": lambda one: withdraw_signature(signature=one, by=visitor),
        "no_mail": lambda one: withdraw_consent(signature=one, purpose=Purpose.MAIL, by=visitor),
        "let": lambda one: let_through(signatures=[one], by=by_officer()),
        "away": lambda one: turn_away(signatures=[one], reason=TurnedAwayFor.MACHINE, by=by_officer()),
        "invalidate": lambda one: taken_by_name(sheet, one, by_officer()),
    }
    with suppress(Refused):
        if what in of_a_sheet:
            of_a_sheet[what]()
        elif one and what in of_one:
            of_one[what](one)


def taken_by_name(sheet: SigningSheet, one: Signature, officer: Actor) -> None:
    assert one.signer is not None
    conditions = Conditions(until_at=at(), name_pattern=one.signer.name)
    seen = conditions.fitting(sheet).count()
    invalidate(sheet=sheet, conditions=conditions, seen=seen, why="Machines", by=officer)
