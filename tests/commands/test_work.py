"""A worker that is killed loses nothing and sends nothing twice: real processes, a real mail server, SIGKILL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.commands.workers import SECONDS_AT_MOST, Worker, a_program, ask, ask_to_send, wait_until
from tests.desk.mail_servers import OK, Inbox, an_inbox
from tests.desk.waiting_mails import a_mail
from vatra.access.models import Mail
from vatra.access.models.outgoing import MailState
from vatra.kernel import clock

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    with an_inbox() as running:
        yield running


@pytest.fixture
def worker(inbox: Inbox, tmp_path: Path) -> Iterator[Worker]:
    """One that is not yet asked for anything but what the hour asks for."""
    working = Worker(inbox, tmp_path / "worker.log")
    yield working
    working.kill()


def mails(number: int) -> list[str]:
    """So many wait today; their names in the world."""
    return [f"<{a_mail(day=clock.today()).key}@localhost>" for _each in range(number)]


def states() -> list[MailState]:
    return sorted(mail.state for mail in Mail.objects.all())


def test_a_worker_empties_the_outbox_and_ends_when_asked(inbox: Inbox, tmp_path: Path) -> None:
    expected, log = mails(3), tmp_path / "program.log"
    with a_program(inbox, log) as program:
        ask_to_send()
        wait_until(lambda: states() == [MailState.SENT] * 3)
        assert sorted(inbox.ids) == sorted(expected)
        program.terminate()
        assert program.wait(SECONDS_AT_MOST) == 0
    assert "Traceback" not in log.read_text()
    assert "example.org" not in log.read_text()


def test_killed_before_the_server_has_the_mail_it_is_sent_by_the_next_worker(
    inbox: Inbox, worker: Worker
) -> None:
    expected = mails(3)
    inbox.at_recipient = worker.kill
    ask_to_send()
    worker.wait()
    assert (inbox.ids, states()) == ([], [MailState.WAITING] * 3)
    inbox.at_recipient = lambda: OK
    worker.again()
    wait_until(lambda: states() == [MailState.SENT] * 3)
    assert sorted(inbox.ids) == sorted(expected)


def test_killed_with_all_sent_but_the_last_line_it_is_sent_by_the_next_worker(
    inbox: Inbox, worker: Worker
) -> None:
    (expected,) = mails(1)
    with transaction.atomic():
        # Whoever would note that it is offered has to wait for this transaction.
        Mail.objects.select_for_update().get()
        elsewhere(ASK_TO_SEND)
        wait_until(lambda: elsewhere(WHO_WAITS) > 0)
        worker.kill()
        # Left alone, the database would still write the note of the dead, and the mail would be in doubt.
        elsewhere(END_WHO_WAITS)
    assert (inbox.ids, states()) == ([], [MailState.WAITING])
    worker.again()
    wait_until(lambda: states() == [MailState.SENT])
    assert inbox.ids == [expected]


def test_killed_after_the_server_took_it_and_before_that_is_noted_it_is_not_sent_again(
    inbox: Inbox, worker: Worker
) -> None:
    expected = mails(3)
    inbox.at_end = worker.kill
    ask_to_send()
    worker.wait()
    wait_until(lambda: len(inbox.ids) == 1)
    inbox.at_end = lambda: OK
    worker.again()
    wait_until(lambda: states() == [MailState.IN_DOUBT, MailState.SENT, MailState.SENT])
    assert sorted(inbox.ids) == sorted(expected)


def test_killed_again_and_again_every_mail_arrives_and_none_twice(inbox: Inbox, worker: Worker) -> None:
    expected, turns = mails(12), iter(range(1000))
    inbox.at_recipient = lambda: worker.kill() if next(turns) % 5 == 4 else OK
    inbox.at_end = lambda: worker.kill() if next(turns) % 7 == 6 else OK
    ask_to_send()
    while MailState.WAITING in states():
        wait_until(lambda: worker.has_ended() or MailState.WAITING not in states())
        if worker.has_ended():
            worker.again()
    wait_until(lambda: len(inbox.ids) >= len(expected))
    assert sorted(inbox.ids) == sorted(expected)


def test_two_workers_at_once_send_nothing_twice(inbox: Inbox, worker: Worker, tmp_path: Path) -> None:
    expected = mails(20)
    second = Worker(inbox, tmp_path / "second.log")
    try:
        ask_to_send()
        wait_until(lambda: ProcrastinateJob.objects.filter(status="todo").count() == 0)
        ask_to_send()
        wait_until(lambda: states() == [MailState.SENT] * 20)
    finally:
        second.kill()
    assert sorted(inbox.ids) == sorted(expected)


@pytest.mark.usefixtures("worker")
def test_what_a_worker_had_begun_when_it_was_killed_is_done_by_another() -> None:
    elsewhere(LEFT_BY_THE_DEAD)
    left = ProcrastinateJob.objects.get(attempts=7)
    ask("take_up_again")
    # What is done leaves the queue.
    wait_until(lambda: not ProcrastinateJob.objects.filter(pk=left.pk).exists())


LEFT_BY_THE_DEAD = """
    WITH dead AS (
        INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id
    )
    INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, attempts, worker_id)
    SELECT 'default', 'vatra.desk.tasks.write_mails', '{"timestamp": 0}', 'doing', 7, id FROM dead
"""
ASK_TO_SEND = """
    INSERT INTO procrastinate_jobs (queue_name, task_name, args)
    VALUES ('default', 'vatra.desk.tasks.send_mails', '{"timestamp": 0}')
"""
WHO_WAITS = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"

END_WHO_WAITS = WHO_WAITS.replace("pid", "pg_terminate_backend(pid)", 1)


def elsewhere(statement: str) -> int:
    """How many rows it touches, on a connection of its own: the test's is inside a transaction."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute(statement)
            return int(cursor.rowcount)
    finally:
        other.close()
