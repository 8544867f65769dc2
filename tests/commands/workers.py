"""Real workers in processes of their own, on the database of the test and with the rights they have for real work."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from tests.commands.terminal import environment
from tests.desk.mail_servers import Inbox
from vatra.commands import home

SECONDS_AT_MOST = 60


def address() -> str:
    """The database of this test, for the role of web and jobs."""
    parts = urlsplit(os.environ["DATABASE_URL"])
    query = "&".join(filter(None, [parts.query, "options=-c%20role%3Dvatra_app"]))
    return urlunsplit(parts._replace(path=f"/{connection.settings_dict['NAME']}", query=query))


class Worker:
    """A worker that a test may kill."""

    def __init__(self, inbox: Inbox, log: Path) -> None:
        self.inbox, self.log = inbox, log
        self.process = self._begun()

    def _begun(self) -> "subprocess.Popen[bytes]":
        with self.log.open("ab") as words:
            return subprocess.Popen(
                [sys.executable, "-m", "vatra.commands.work"],
                cwd=home.project(),
                env=environment(
                    DATABASE_URL=address(),
                    DJANGO_SETTINGS_MODULE="vatra.settings",
                    VATRA_SMTP_URL=f"smtp://127.0.0.1:{self.inbox.port}",
                    VATRA_LOG_LEVEL="INFO",
                ),
                stdout=words,
                stderr=words,
            )

    def kill(self) -> str:
        """As by the power: nothing is finished, nothing is said."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        return "250 Taken"

    def again(self) -> None:
        """The next one, which is asked to empty the outbox."""
        self.process = self._begun()
        ask_to_send()

    def end(self) -> int:
        """As by Ctrl-C on the command that keeps it."""
        self.process.terminate()
        return self.process.wait(SECONDS_AT_MOST)


def ask_to_send() -> None:
    """Ask for what every minute asks for."""
    ask("send_mails")


def ask(task: str) -> None:
    """Put a job into the queue; where the same waits already, once is enough."""
    with suppress(AlreadyEnqueued):
        app.configure_task(f"vatra.desk.tasks.{task}").defer(timestamp=0)


def wait_until(is_so: Callable[[], bool]) -> None:
    """Until it is so; a minute is long enough for a busy machine."""
    give_up = time.monotonic() + SECONDS_AT_MOST
    while not is_so():
        assert time.monotonic() < give_up
        time.sleep(0.05)
