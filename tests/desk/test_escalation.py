"""Escalation: what is too late is told to those who answer for the unit, once."""

from datetime import date, timedelta

import pytest
from pytest_django.fixtures import Settings

from tests.builders import TODAY, a_unit, at
from tests.desk.waiting_mails import a_duty, a_file_without_duties, a_reader
from vatra.access.models import Escalation, Mail, Unit, User
from vatra.access.models.outgoing import MailState
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.desk.mail import letter, write_escalations

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _a_server_is_named(settings: Settings) -> None:
    settings.EMAIL_HOST = "mail.example.org"


def a_file_of(unit: Unit) -> File:
    return a_file_without_duties(a_reader(unit=unit, email=""))


def told(day: date = TODAY) -> dict[User, int]:
    """Who is told of how many on a day."""
    return {mail.user: mail.counts["escalated"] for mail in Mail.objects.filter(day=day)}


def arrived(day: date = TODAY) -> None:
    Mail.objects.filter(day=day).update(offered_at=at(day), sent_at=at(day))


def test_each_duty_is_told_once_when_it_has_become_too_late() -> None:
    unit = a_unit()
    supervisor, file = a_reader(Role.SUPERVISOR, unit), a_file_of(unit)
    a_duty(file, TODAY - timedelta(days=20), escalates_on=TODAY)
    a_duty(file, TODAY - timedelta(days=20), escalates_on=TOMORROW, ref="plan:2")
    for _twice in range(2):
        write_escalations(on=TODAY)
    assert told() == {supervisor: 1}
    arrived()
    for _twice in range(2):
        write_escalations(on=TOMORROW)
    assert told(TOMORROW) == {supervisor: 1}
    assert set(Escalation.objects.values_list("mail__day", "ref")) == {
        (TODAY, "plan:1"),
        (TOMORROW, "plan:2"),
    }


def test_what_falls_due_again_after_it_was_done_escalates_again() -> None:
    unit = a_unit()
    supervisor, file = a_reader(Role.SUPERVISOR, unit), a_file_of(unit)
    a_duty(file, TODAY - timedelta(days=20))
    write_escalations(on=TODAY)
    arrived()
    a_duty(file, TODAY - timedelta(days=2))
    write_escalations(on=TOMORROW)
    assert told(TOMORROW) == {supervisor: 1}


@pytest.mark.parametrize("state", [MailState.WAITING, MailState.IN_DOUBT, MailState.REFUSED])
def test_what_is_not_known_to_have_arrived_is_told_anew_the_next_day(state: MailState) -> None:
    unit = a_unit()
    supervisor, file = a_reader(Role.SUPERVISOR, unit), a_file_of(unit)
    a_duty(file, TODAY)
    write_escalations(on=TODAY)
    moment = {MailState.IN_DOUBT: "offered_at", MailState.REFUSED: "refused_at"}.get(state)
    if moment:
        Mail.objects.update(**{moment: at()})
    assert Mail.objects.get().state == state
    write_escalations(on=TOMORROW)
    assert told(TOMORROW) == {supervisor: 1}
    assert list(Mail.objects.waiting_on(TOMORROW).values_list("day", flat=True)) == [TOMORROW]


def test_a_duty_that_stands_still_never_escalates() -> None:
    unit = a_unit()
    a_reader(Role.SUPERVISOR, unit)
    a_duty(a_file_of(unit), date(2020, 1, 1), stopped_since=date(2019, 12, 1))
    write_escalations(on=TODAY)
    assert told() == {}


def test_a_rule_says_who_is_told() -> None:
    above = a_unit()
    below = a_unit(parent=above)
    head, supervisor = a_reader(Role.SUPERVISOR, above), a_reader(Role.SUPERVISOR, below)
    officer = a_reader(Role.SAFEGUARDING_OFFICER, above)
    file = a_file_of(below)
    a_duty(file, TODAY)
    write_escalations(on=TODAY)
    assert told() == {supervisor: 1}
    for number, to in enumerate(("unit_head", "safeguarding")):
        a_duty(file, TODAY, ref=f"plan:{number + 2}", escalate_to=to)
    arrived()
    write_escalations(on=TOMORROW)
    assert told(TOMORROW) == {head: 1, officer: 1}


def test_the_nearest_who_can_be_reached_is_told() -> None:
    above = a_unit()
    below = a_unit(parent=above)
    director = a_reader(Role.SUPERVISOR, above)
    a_reader(Role.SUPERVISOR, below, email="")
    a_reader(Role.SUPERVISOR, below, is_active=False)
    a_reader(Role.SUPERVISOR, a_unit(parent=above))
    file = a_file_of(below)
    a_duty(file, TODAY)
    a_duty(file, TODAY, ref="plan:2", escalate_to="unit_head")
    write_escalations(on=TODAY)
    assert told() == {director: 2}


def test_what_nobody_can_be_told_waits_for_somebody_who_can() -> None:
    unit = a_unit()
    a_duty(a_file_of(unit), TODAY)
    write_escalations(on=TODAY)
    assert told() == {}
    supervisor = a_reader(Role.SUPERVISOR, unit)
    write_escalations(on=TOMORROW)
    assert told(TOMORROW) == {supervisor: 1}


def test_a_leap_day_escalates_on_itself() -> None:
    unit, leap_day = a_unit(), date(2028, 2, 29)
    supervisor = a_reader(Role.SUPERVISOR, unit)
    a_duty(a_file_of(unit), date(2028, 2, 22), escalates_on=leap_day)
    write_escalations(on=date(2028, 2, 28))
    write_escalations(on=leap_day)
    assert (told(date(2028, 2, 28)), told(leap_day)) == ({}, {supervisor: 1})


def test_however_many_are_too_late_the_questions_stay_the_same(django_assert_max_num_queries: object) -> None:
    unit = a_unit()
    a_reader(Role.SUPERVISOR, unit)
    file = a_file_of(unit)
    for number in range(30):
        a_duty(file, TODAY, ref=f"plan:{number}")
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        write_escalations(on=TODAY)
    assert Escalation.objects.count() == 30


def test_the_mail_holds_a_number_and_a_link_to_the_late_list(settings: Settings) -> None:
    settings.SITE = "https://vatra.example.org"
    unit = a_unit("Ekipi Prizren 7")
    a_reader(Role.SUPERVISOR, unit)
    file = a_file_of(unit)
    a_duty(file, TODAY)
    write_escalations(on=TODAY)
    sent = letter(Mail.objects.get())
    assert sent.body == (
        "Good morning.\n\n1 duty for a child in the units you answer for is so late that you have to know of it.\n\n"
        "What is late stands here: https://vatra.example.org/late/\n\n"
        "No mail of Vatra names a child. You are told of each duty once.\n"
    )
    whole = sent.message().as_string()
    assert [word for word in ("Dren", "Prizren", file.reference, "review") if word in whole] == []
