"""A worker that is killed in the middle sends no letter twice, and the hour of the office stays as it was agreed."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from tests.advocacy.actions import a_call
from tests.advocacy.letters import many
from tests.commands.workers import Worker, wait_until
from tests.desk.mail_servers import OK, Inbox, an_inbox
from vatra.access.models.outgoing import MailState
from vatra.advocacy.models import ActionMail, LetterCall
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


def ask() -> None:
    """Ask for what every minute asks for."""
    with suppress(AlreadyEnqueued):
        app.configure_task("vatra.advocacy.tasks.send_action_mails").defer(timestamp=0)


def waiting(number: int, per_hour: int) -> LetterCall:
    """So many letters wait for an office that gets so many in an hour."""
    today = clock.today()
    call = a_call(sends_from=today, sends_until=today, per_hour=per_hour)
    many(call, number)
    ActionMail.objects.update(not_before_at=clock.now())
    return call


def states() -> list[MailState]:
    return sorted(mail.state for mail in ActionMail.objects.all())


def test_killed_after_the_office_got_the_letter_it_is_not_sent_again_and_counts(
    inbox: Inbox, worker: Worker
) -> None:
    waiting(5, per_hour=120)
    inbox.at_end = worker.kill
    ask()
    worker.wait()
    wait_until(lambda: len(inbox.ids) == 1)
    inbox.at_end = lambda: OK
    worker.again()
    ask()
    wait_until(lambda: states() == [MailState.IN_DOUBT, *[MailState.SENT] * 4])
    assert len(inbox.ids) == len(set(inbox.ids)) == 5


def test_killed_before_the_office_got_the_letter_the_next_worker_sends_it(
    inbox: Inbox, worker: Worker
) -> None:
    waiting(3, per_hour=120)
    inbox.at_recipient = worker.kill
    ask()
    worker.wait()
    assert (inbox.ids, states()) == ([], [MailState.WAITING] * 3)
    inbox.at_recipient = lambda: OK
    worker.again()
    ask()
    wait_until(lambda: states() == [MailState.SENT] * 3)
    assert len(inbox.ids) == len(set(inbox.ids)) == 3


def test_asked_again_and_again_the_hour_is_not_filled_twice(inbox: Inbox, worker: Worker) -> None:
    waiting(6, per_hour=2)
    for _round in range(4):
        ask()
        wait_until(lambda: not todo())
    assert (len(inbox.ids), states().count(MailState.WAITING)) == (2, 4)


def todo() -> int:
    """How many jobs of ours wait or are at hand."""
    ours = ProcrastinateJob.objects.filter(task_name="vatra.advocacy.tasks.send_action_mails")
    return ours.filter(status__in=["todo", "doing"]).count()
