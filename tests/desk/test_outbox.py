"""The outbox: what a real mail server gets, and what is known of it afterwards."""

import logging
import time
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.core.mail import EmailMessage
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import QuerySet
from pytest_django.fixtures import Settings

from tests.builders import TODAY, at
from tests.desk.mail_servers import OK, Inbox, an_inbox, use
from tests.desk.waiting_mails import a_mail, a_reader
from tests.guards.test_states import rows_under
from vatra.access import outbox
from vatra.access.models import Mail
from vatra.access.models.outgoing import MOVES, MailState
from vatra.desk.mail import letter
from vatra.kernel.mail_server import MailServer, NotOffered

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


@pytest.fixture
def inbox(settings: Settings) -> Iterator[Inbox]:
    with an_inbox() as running:
        use(running, settings)
        yield running


def waiting(on: date = TODAY) -> QuerySet[Mail]:
    return Mail.objects.waiting_on(on).select_related("user")


def sent() -> int:
    return outbox.send_waiting(waiting(), letter)


def state() -> MailState:
    return Mail.objects.get().state


def test_what_waits_arrives_once_and_under_its_own_name(inbox: Inbox) -> None:
    mail = a_mail()
    assert (sent(), sent()) == (1, 0)
    (arrived,) = inbox.mails
    assert arrived["To"] == mail.user.email
    assert arrived["Message-ID"] == f"<{mail.key}@localhost>"
    assert arrived["Auto-Submitted"] == "auto-generated"
    assert "2 duties are late." in arrived.get_content()
    assert state() == MailState.SENT


def test_a_line_that_begins_with_a_dot_arrives_as_it_was(inbox: Inbox) -> None:
    body = "First.\n.\n..\n.hidden\nLast.\n"
    a_mail()
    outbox.send_waiting(waiting(), lambda mail: EmailMessage("Dots", body, to=[mail.user.email]))
    assert inbox.mails[0].get_content().replace("\r\n", "\n") == body


def test_a_mail_whose_words_end_without_a_line_break_arrives_too(inbox: Inbox) -> None:
    a_mail()
    assert (
        outbox.send_waiting(waiting(), lambda mail: EmailMessage("Bare", "Last.", to=[mail.user.email])) == 1
    )
    assert inbox.mails[0].get_content().rstrip() == "Last."


def test_many_go_through_one_conversation(inbox: Inbox) -> None:
    mails = [a_mail() for _number in range(5)]
    assert sent() == 5
    assert inbox.readers == sorted(mail.user.email for mail in mails)


@pytest.mark.parametrize("fields", [{"email": ""}, {"is_active": False}], ids=["no address", "suspended"])
def test_who_was_suspended_or_lost_the_address_meanwhile_gets_nothing(
    inbox: Inbox, fields: dict[str, object]
) -> None:
    a_mail(a_reader(**fields))  # type: ignore[arg-type]
    a_mail()
    assert (sent(), len(inbox.mails)) == (1, 1)


def test_mails_of_past_days_are_not_sent_but_a_weekly_one_is_all_week(inbox: Inbox) -> None:
    wednesday = TODAY + timedelta(days=2)
    weekly = a_mail(kind="week")
    a_mail()
    a_mail(kind="escalation", counts={"escalated": 1})
    assert outbox.send_waiting(waiting(wednesday), letter) == 1
    assert inbox.readers == [weekly.user.email]


def test_without_a_server_nothing_is_sent(settings: Settings) -> None:
    settings.EMAIL_HOST = ""
    a_mail()
    assert (sent(), state()) == (0, MailState.WAITING)


def test_a_server_that_is_away_leaves_the_mail_waiting(inbox: Inbox, settings: Settings) -> None:
    settings.EMAIL_PORT = 1
    a_mail()
    with pytest.raises(OSError, match="refused"):
        sent()
    assert state() == MailState.WAITING
    settings.EMAIL_PORT = inbox.port
    assert (sent(), state()) == (1, MailState.SENT)


@pytest.mark.parametrize("where", ["at_recipient", "at_end"])
def test_what_the_server_refuses_for_good_is_not_offered_again(
    inbox: Inbox, where: str, caplog: pytest.LogCaptureFixture
) -> None:
    mail = a_mail()
    setattr(inbox, where, lambda: "550 Nobody lives here")
    with caplog.at_level(logging.DEBUG, logger="vatra"):
        assert (sent(), state()) == (0, MailState.REFUSED)
    assert mail.user.email not in caplog.text
    setattr(inbox, where, lambda: OK)
    assert (sent(), inbox.mails) == (0, [])


@pytest.mark.parametrize("where", ["at_recipient", "at_end"])
def test_what_the_server_puts_off_is_tried_again(inbox: Inbox, where: str) -> None:
    a_mail()
    setattr(inbox, where, lambda: "451 Not now")
    assert (sent(), state()) == (0, MailState.WAITING)
    setattr(inbox, where, lambda: OK)
    assert (sent(), len(inbox.mails)) == (1, 1)


def test_one_that_is_refused_does_not_hold_up_the_others(inbox: Inbox) -> None:
    for _number in range(3):
        a_mail()
    answers = iter([OK, "550 Nobody lives here", OK])
    inbox.at_recipient = lambda: next(answers)
    assert sent() == 2
    assert sorted(mail.state for mail in Mail.objects.all()) == ["refused", "sent", "sent"]


def test_a_mail_another_worker_has_offered_is_withheld(inbox: Inbox) -> None:
    mail = a_mail()
    with MailServer() as server:
        with pytest.raises(NotOffered):
            server.hand_over(letter(mail), may_end=lambda: False)
        server.hand_over(letter(mail), may_end=lambda: True)
    assert len(inbox.mails) == 1


def test_what_dies_between_the_note_and_the_last_line_leaves_a_mail_in_doubt_and_never_two(
    inbox: Inbox,
) -> None:
    mail = a_mail()

    def die_after_the_note() -> bool:
        assert outbox._offer(mail, waiting())
        raise SystemExit

    with pytest.raises(SystemExit), MailServer() as server:
        server.hand_over(letter(mail), may_end=die_after_the_note)
    assert (inbox.mails, state()) == ([], MailState.IN_DOUBT)
    assert list(Mail.objects.in_doubt()) == [mail]
    assert (sent(), inbox.mails) == (0, [])


def test_trouble_before_the_last_line_ends_the_conversation_without_waiting_for_an_answer(
    inbox: Inbox, settings: Settings
) -> None:
    def stumble() -> bool:
        raise OperationalError

    began = time.perf_counter()
    with pytest.raises(OperationalError), MailServer() as server:
        server.hand_over(letter(a_mail()), may_end=stumble)
    assert time.perf_counter() - began < settings.EMAIL_TIMEOUT
    assert inbox.mails == []


def test_the_schema_knows_no_mail_that_was_sent_and_not_offered() -> None:
    with pytest.raises(IntegrityError, match="mail_sent_without_being_offered"), transaction.atomic():
        a_mail(sent_at=at())


def test_nobody_has_two_mails_of_a_kind_for_a_day() -> None:
    mail = a_mail()
    with pytest.raises(IntegrityError, match="mail_written_twice"), transaction.atomic():
        a_mail(mail.user)


def test_the_moves_of_a_mail_are_the_moves_in_the_book() -> None:
    book = {row[0]: {word.strip() for word in row[2].split(",")} - {""} for row in rows_under("Mail")}
    assert book == {each.value: {to.value for to in moves} for each, moves in MOVES.items()}
