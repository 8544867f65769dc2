"""The mails of a demonstration: written into a folder where a visitor reads them, at most once, and sent to nobody."""

import os
import subprocess
import sys
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.db.models import QuerySet
from pytest_django.fixtures import Settings

from tests.builders import TODAY, at
from tests.commands.terminal import environment
from tests.desk.waiting_mails import a_mail, a_reader
from vatra.access import outbox
from vatra.access.models import Mail
from vatra.access.models.outgoing import MailState
from vatra.desk.mail import letter
from vatra.kernel.mail_folder import MailFolder
from vatra.kernel.mail_server import NotOffered

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.MAIL_FOLDER = tmp_path / "mails"
    return tmp_path / "mails"


def waiting() -> QuerySet[Mail]:
    return Mail.objects.waiting_on(TODAY).select_related("user")


def mails_in(folder: Path) -> list[EmailMessage]:
    return [message_from_bytes(each.read_bytes(), policy=policy.default) for each in sorted(folder.iterdir())]


def test_what_waits_is_written_once_and_counts_as_sent(folder: Path) -> None:
    mail = a_mail()
    assert [outbox.send_waiting(waiting(), letter) for _twice in range(2)] == [1, 0]
    (written,) = mails_in(folder)
    assert (written["To"], written["Message-ID"]) == (mail.user.email, outbox.message_id(mail))
    assert "2 duties are late." in written.get_content()
    assert Mail.objects.get().state == MailState.SENT


def test_every_mail_is_a_file_that_only_its_owner_finds(folder: Path) -> None:
    readers = sorted(a_mail().user.email for _number in range(3))
    outbox.send_waiting(waiting(), letter)
    assert [str(mail["To"]) for mail in mails_in(folder)] == readers
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_mail_another_worker_has_taken_is_not_written(folder: Path) -> None:
    with pytest.raises(NotOffered):
        MailFolder(folder).hand_over(letter(a_mail()), may_end=lambda: False)
    assert not folder.exists()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "None"),
        ({"VATRA_DEMO": "1"}, "/somewhere/mails"),
        ({"VATRA_DEMO": "1", "VATRA_SMTP_URL": "smtp://127.0.0.1"}, "None"),
    ],
    ids=["real work", "a demonstration", "a demonstration with a server"],
)
def test_only_a_demonstration_without_a_server_has_a_folder(given: dict[str, str], expected: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", "from vatra import settings; print(settings.MAIL_FOLDER)"],
        env=environment(VATRA_HOME="/somewhere", **given) | {"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == expected


def test_no_address_leads_out_of_the_folder(folder: Path, tmp_path: Path) -> None:
    a_mail(a_reader(email=f"{tmp_path}/elsewhere@example.org"))
    assert outbox.send_waiting(waiting(), letter) == 1
    assert [each.parent for each in tmp_path.rglob("*.eml")] == [folder]
