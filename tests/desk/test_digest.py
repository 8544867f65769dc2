"""The digest: numbers in the morning, to those who want them, and nothing that names anybody."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from pytest_django.fixtures import Settings

from tests.builders import TODAY, a_unit, at
from tests.desk.waiting_mails import a_duty, a_file_without_duties, a_mail, a_reader
from vatra.access.models import Mail, User
from vatra.access.roles import Role
from vatra.desk.mail import letter, write_digests

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


@pytest.fixture(autouse=True)
def _a_server_is_named(settings: Settings) -> None:
    settings.EMAIL_HOST = "mail.example.org"


def in_days(days: int, since: date = TODAY) -> date:
    return since + timedelta(days=days)


def busy(**fields: object) -> User:
    """A worker for whom one duty is late."""
    worker = a_reader(**fields)  # type: ignore[arg-type]
    a_duty(a_file_without_duties(worker), in_days(-1))
    return worker


def test_it_counts_what_is_late_today_and_this_week_in_own_files() -> None:
    worker = a_reader()
    file = a_file_without_duties(worker)
    for days in (-40, -1, 0, 1, 6, 7):
        a_duty(file, in_days(days), ref=f"plan:{days}")
    write_digests(on=TODAY)
    assert Mail.objects.get().counts == {"late": 2, "today": 1, "this_week": 2, "late_in_units": 0}


def test_what_stands_still_or_is_over_is_not_counted() -> None:
    worker = busy()
    file = a_file_without_duties(worker, "Besa Gashi")
    a_duty(file, in_days(-3), stopped_since=in_days(-4))
    a_duty(file, in_days(-3), ref="plan:2", lapses_on=in_days(-1))
    write_digests(on=TODAY)
    assert Mail.objects.get().counts["late"] == 1


def test_who_answers_for_a_unit_is_told_how_many_are_late_in_it_and_below() -> None:
    above = a_unit()
    supervisor = a_reader(Role.SUPERVISOR, above)
    worker = a_reader(unit=a_unit(parent=above), email="")
    a_duty(a_file_without_duties(worker), in_days(-2))
    a_duty(a_file_without_duties(a_reader(email="")), in_days(-2))
    write_digests(on=TODAY)
    assert list(Mail.objects.values_list("user", "counts__late_in_units")) == [(supervisor.pk, 1)]


def test_a_mail_is_written_once_a_day_however_often_it_is_tried() -> None:
    busy()
    write_digests(on=TODAY)
    write_digests(on=TODAY)
    assert Mail.objects.count() == 1
    write_digests(on=in_days(1))
    assert list(Mail.objects.order_by("day").values_list("day", flat=True)) == [TODAY, in_days(1)]


@pytest.mark.parametrize(
    "fields",
    [{"email": ""}, {"is_active": False}, {"digest": "none"}],
    ids=["no address", "suspended", "no wish"],
)
def test_who_has_no_address_may_not_sign_in_or_wants_none_gets_none(fields: dict[str, object]) -> None:
    wanting, _other = busy(), busy(**fields)
    write_digests(on=TODAY)
    assert list(Mail.objects.values_list("user", flat=True)) == [wanting.pk]


def test_who_is_no_longer_appointed_gets_none() -> None:
    worker = busy()
    worker.appointments.update(last_day=in_days(-1))
    write_digests(on=TODAY)
    assert not Mail.objects.exists()


def test_where_nothing_waits_nothing_is_sent() -> None:
    a_file_without_duties(a_reader())
    write_digests(on=TODAY)
    assert not Mail.objects.exists()


def test_without_a_mail_server_nothing_is_written(settings: Settings) -> None:
    settings.EMAIL_HOST = ""
    busy()
    write_digests(on=TODAY)
    assert not Mail.objects.exists()


def test_a_weekly_digest_comes_on_monday_or_on_the_first_day_after_it_with_power() -> None:
    busy(digest="weekly")
    for days in (2, 3, 6):
        write_digests(on=in_days(days))
    assert list(Mail.objects.values_list("kind", "day")) == [("week", TODAY)]
    write_digests(on=in_days(7))
    assert Mail.objects.count() == 2


def test_a_leap_day_is_a_day_like_any_other() -> None:
    leap_day = date(2028, 2, 29)
    worker = a_reader()
    file = a_file_without_duties(worker)
    for days in (-1, 0, 1):
        a_duty(file, in_days(days, leap_day), ref=f"plan:{days}")
    write_digests(on=leap_day)
    mail = Mail.objects.get()
    assert (mail.day, mail.counts["late"], mail.counts["today"], mail.counts["this_week"]) == (
        leap_day,
        1,
        1,
        1,
    )


def test_it_names_nobody_and_nothing_but_numbers_and_links(settings: Settings) -> None:
    settings.SITE = "https://vatra.example.org"
    worker = a_reader(unit=a_unit("Ekipi Prizren 7"), full_name="Arta Krasniqi")
    file = a_file_without_duties(worker, "Dren Berisha")
    duty = a_duty(file, in_days(-1))
    write_digests(on=TODAY)
    sent = letter(Mail.objects.get())
    assert sent.body == (
        "Good morning.\n\n1 duty is late.\n\nYour day stands here: https://vatra.example.org/\n\n"
        "No mail of Vatra names a child. Whether this one comes every morning, once a week or never, "
        "you choose here: https://vatra.example.org/my-account/mails/\n"
    )
    whole = sent.message().as_string()
    unspoken = [
        "Dren",
        "Berisha",
        "Arta",
        "Krasniqi",
        "Prizren",
        file.reference,
        str(file.key),
        duty.rule,
        "kosovo",
    ]
    assert [word for word in unspoken if word in whole] == []


def test_it_speaks_the_readers_language_whatever_the_worker_process_speaks() -> None:
    mail = a_mail(a_reader(language="en"))
    with translation.override("sq"):
        sent = letter(mail)
    assert sent.subject == "What waits for you in Vatra"
    assert "2 duties are late." in str(sent.body)
