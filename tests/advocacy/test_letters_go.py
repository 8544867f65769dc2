"""Letters go to the office: drop by drop, once, to whom they are meant, and what comes back is counted."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytest_django.fixtures import Settings
from time_machine import TimeMachineFixture

from tests.advocacy.actions import (
    SUGGESTED,
    a_call,
    a_letter,
    a_post,
    keeping,
    passed,
    visitor,
    written,
)
from tests.advocacy.letters import many, sent_letter
from tests.builders import TODAY, at
from tests.desk.mail_servers import Inbox, an_inbox, use
from vatra.access.models.outgoing import MailState
from vatra.access.outbox import hand_over
from vatra.advocacy.actions.letters import note_reply, write_letter
from vatra.advocacy.letters.answers import answers_of_institutions
from vatra.advocacy.letters.due import ask_writers, collect_support_of
from vatra.advocacy.mail import outbox
from vatra.advocacy.mail.texts import mail_of
from vatra.advocacy.models import ActionMail
from vatra.kernel.concern import Refused
from vatra.kernel.in_languages import Wording
from vatra.kernel.mail_server import MailServer

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


@pytest.fixture
def inbox(settings: Settings) -> Iterator[Inbox]:
    with an_inbox() as running:
        use(running, settings)
        yield running


def test_a_letter_reaches_the_office_with_the_writers_words_and_name(inbox: Inbox) -> None:
    passed(a_letter(a_call(), municipality="peje"))
    ActionMail.objects.filter(kind="confirm_letter").delete()
    assert outbox.send_waiting() == 1
    (mail,) = inbox.mails
    assert (mail["To"], mail["Subject"]) == ("minister@gov.example", "Children belong in families")
    assert mail["Reply-To"] is None
    body = mail.get_content()
    assert "I was a nurse on the maternity ward" in body
    assert "Teuta Gashi\nPejë / Peć" in body.replace("\r\n", "\n")
    assert "we pass your answer on" in body


def test_the_office_may_answer_the_writer_only_with_consent(inbox: Inbox) -> None:
    letter = a_letter(email="teuta@example.org", shares_address=True, consented_to="The office may see it")
    passed(letter)
    ActionMail.objects.filter(kind="confirm_letter").delete()
    outbox.send_waiting()
    assert inbox.mails[0]["Reply-To"] == "teuta@example.org"


def test_while_it_is_tried_out_everything_goes_to_our_own_address_and_is_not_published(inbox: Inbox) -> None:
    passed(a_letter(a_call(goes=False)))
    outbox.send_waiting()
    assert "office@vatra.example" in inbox.readers
    assert "minister@gov.example" not in inbox.readers
    assert answers_of_institutions() == []


def test_a_subject_makes_no_second_header(inbox: Inbox) -> None:
    subject = Wording(en="Children belong in families\r\nBcc: all@example.org")
    many(a_call(subject=subject), 1)
    assert outbox.send_waiting() == 1
    assert inbox.mails[0]["Subject"] == "Children belong in families Bcc: all@example.org"
    assert inbox.mails[0]["Bcc"] is None


def test_links_lead_to_the_public_site_where_it_has_a_name_of_its_own(settings: Settings) -> None:
    settings.PUBLIC_SITE = "https://vatra.example.org"
    write_letter(call=a_call(), written=written(), by=visitor())
    assert "https://vatra.example.org/en/confirm-letter/" in mail_of(ActionMail.objects.get()).body


def test_the_mail_that_asks_for_confirmation_carries_a_link_and_no_letter(inbox: Inbox) -> None:
    letter = write_letter(call=a_call(), written=written(), by=visitor())
    assert outbox.send_waiting() == 1
    body = inbox.mails[0].get_content()
    assert inbox.mails[0]["To"] == letter.email
    assert "/en/confirm-letter/" in body
    assert "nurse" not in body


def test_an_hour_never_holds_more_than_the_cap_over_all_calls_to_the_same_office(
    inbox: Inbox, time_machine: TimeMachineFixture
) -> None:
    minister, mayor = a_post(), a_post("mayor@peja.example")
    for post in (minister, minister, mayor):
        many(a_call(post, per_hour=6), 10)
    arrived = []
    for minute in range(130):
        time_machine.move_to(at() + timedelta(minutes=minute))
        outbox.send_waiting()
        arrived.append([str(mail["To"]) for mail in inbox.mails].count("minister@gov.example"))
    assert arrived[59] == 6
    assert max(later - before for before, later in zip(arrived, arrived[60:], strict=False)) <= 6
    assert arrived[-1] == 18
    assert inbox.readers.count("mayor@peja.example") == 10


def test_where_another_worker_filled_the_hour_meanwhile_the_last_line_is_withheld(inbox: Inbox) -> None:
    call = a_call(per_hour=1)
    many(call, 2)
    first, second = ActionMail.objects.select_related("call__addressee").order_by("pk")
    assert outbox.offer(first)
    assert hand_over([second], mail_of, offer=outbox.offer) == 0
    second.refresh_from_db()
    assert (inbox.mails, second.state) == ([], MailState.WAITING)


def test_what_dies_between_the_note_and_the_last_line_is_in_doubt_and_counts_for_the_hour(
    inbox: Inbox,
) -> None:
    call = a_call(per_hour=1)
    many(call, 2)
    first = ActionMail.objects.select_related("call__addressee").earliest("pk")

    def die_after_the_note() -> bool:
        assert outbox.offer(first)
        raise SystemExit

    with pytest.raises(SystemExit), MailServer() as server:
        server.hand_over(mail_of(first), may_end=die_after_the_note)
    assert outbox.send_waiting() == 0
    assert sorted(mail.state for mail in ActionMail.objects.all()) == ["in_doubt", "waiting"]


def test_letters_wait_for_their_moment_and_go_within_the_days_of_the_call_only(
    inbox: Inbox, time_machine: TimeMachineFixture
) -> None:
    call = a_call(
        jitter_minutes=60, sends_from=TODAY + timedelta(days=1), sends_until=TODAY + timedelta(days=2)
    )
    passed(a_letter(call))
    mail = ActionMail.objects.get(kind="letter")
    assert at() <= mail.not_before_at <= at() + timedelta(minutes=60)
    ActionMail.objects.filter(kind="confirm_letter").delete()
    counts = []
    for day in range(4):
        time_machine.move_to(at() + timedelta(days=day, hours=2))
        counts.append(outbox.send_waiting())
    assert counts == [0, 1, 0, 0]


def test_those_who_say_the_same_are_told_to_the_office_as_a_number_once_a_day(
    inbox: Inbox, time_machine: TimeMachineFixture
) -> None:
    call = a_call()
    for _person in range(3):
        a_letter(call, SUGGESTED)
    time_machine.move_to(at() + timedelta(days=1))
    a_letter(call, SUGGESTED, at=at() + timedelta(days=1))
    for _time in range(2):
        collect_support_of(TODAY)
    ActionMail.objects.exclude(kind="collected").delete()
    assert outbox.send_waiting() == 1
    (mail,) = ActionMail.objects.all()
    assert (mail.day, mail.people) == (TODAY, 3)
    assert "close the big homes" in inbox.mails[0].get_content()


def test_two_weeks_later_the_writer_is_asked_once(inbox: Inbox, time_machine: TimeMachineFixture) -> None:
    letter = sent_letter(a_call())
    ActionMail.objects.filter(kind="confirm_letter").delete()
    ask_writers(at=at() + timedelta(days=13))
    assert not ActionMail.objects.filter(kind="did_they_answer").exists()
    time_machine.move_to(at() + timedelta(days=14))
    for _time in range(2):
        ask_writers(at=at() + timedelta(days=14))
    assert outbox.send_waiting() == 1
    assert inbox.mails[0]["To"] == letter.email
    assert "?kind=automatic" in inbox.mails[0].get_content()


def test_nobody_is_asked_about_a_letter_whose_answer_is_known_or_that_was_only_tried_out() -> None:
    known = sent_letter(a_call())
    note_reply(letter=known, kind="answered", came_on=TODAY, by=keeping())
    sent_letter(a_call(goes=False))
    ask_writers(at=at() + timedelta(days=15))
    assert not ActionMail.objects.filter(kind="did_they_answer").exists()


def test_an_answer_comes_after_the_letter_and_not_tomorrow() -> None:
    letter = sent_letter(a_call())
    for day in (-1, 1):
        with pytest.raises(Refused, match="on the day of the letter or later"):
            note_reply(letter=letter, kind="answered", came_on=TODAY + timedelta(days=day), by=keeping())
    with pytest.raises(Refused, match="has not been sent yet"):
        note_reply(letter=a_letter(), kind="none", came_on=None, by=visitor())
