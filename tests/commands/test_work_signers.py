"""A worker that is killed asks no signer twice: real processes, a real mail server, SIGKILL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.advocacy.signing import a_sheet, a_signature
from tests.commands.workers import Worker, ask_to_send, wait_until
from tests.desk.mail_servers import OK, Inbox, an_inbox
from tests.desk.waiting_mails import a_mail
from vatra.access.models.outgoing import MailState
from vatra.advocacy.models import SignerMail
from vatra.kernel import clock

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    with an_inbox() as running:
        yield running


@pytest.fixture
def worker(inbox: Inbox, tmp_path: Path) -> Iterator[Worker]:
    working = Worker(inbox, tmp_path / "worker.log")
    yield working
    working.kill()


def questions(number: int) -> list[str]:
    """So many people signed; the names of their mails in the world."""
    sheet = a_sheet()
    signed = [a_signature(sheet, moment=clock.now()) for _each in range(number)]
    return [f"<{signature.mails.get().key}@localhost>" for signature in signed]


def states() -> list[MailState]:
    return sorted(mail.state for mail in SignerMail.objects.all())


def test_one_task_empties_both_outboxes(inbox: Inbox, worker: Worker) -> None:
    expected = [*questions(2), f"<{a_mail(day=clock.today()).key}@localhost>"]
    ask_to_send()
    wait_until(lambda: states() == [MailState.SENT] * 2 and len(inbox.ids) == 3)
    assert sorted(inbox.ids) == sorted(expected)
    assert worker.end() == 0
    log = worker.log.read_text()
    assert "Traceback" not in log
    assert "example.org" not in log


def test_killed_after_the_server_took_it_and_before_that_is_noted_it_is_not_sent_again(
    inbox: Inbox, worker: Worker
) -> None:
    expected = questions(3)
    inbox.at_end = worker.kill
    ask_to_send()
    worker.wait()
    wait_until(lambda: len(inbox.ids) == 1)
    inbox.at_end = lambda: OK
    worker.again()
    wait_until(lambda: states() == [MailState.IN_DOUBT, MailState.SENT, MailState.SENT])
    assert sorted(inbox.ids) == sorted(expected)


def test_killed_again_and_again_every_signer_is_asked_and_none_twice(inbox: Inbox, worker: Worker) -> None:
    expected, turns = questions(8), iter(range(1000))
    inbox.at_recipient = lambda: worker.kill() if next(turns) % 5 == 4 else OK
    inbox.at_end = lambda: worker.kill() if next(turns) % 7 == 6 else OK
    ask_to_send()
    while MailState.WAITING in states():
        wait_until(lambda: worker.has_ended() or MailState.WAITING not in states())
        if worker.has_ended():
            worker.again()
    wait_until(lambda: len(inbox.ids) >= len(expected))
    assert sorted(inbox.ids) == sorted(expected)
