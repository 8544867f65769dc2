"""Real workers in processes of their own, on the database of the test and with the rights they have for real work."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from tests.commands.terminal import environment
from tests.desk.mail_servers import OK, Inbox
from vatra.commands import home
from vatra.commands.work import work
from vatra.settings import database

SECONDS_AT_MOST = 60


def address() -> str:
    """The database of this test, for the role of web and jobs."""
    parts = urlsplit(os.environ["DATABASE_URL"])
    query = "&".join(filter(None, [parts.query, "options=-c%20role%3Dvatra_app"]))
    return urlunsplit(parts._replace(path=f"/{connection.settings_dict['NAME']}", query=query))


class Worker:
    """A worker that a test may kill: a process of its own, forked where Django is loaded already."""

    def __init__(self, inbox: Inbox, log: Path) -> None:
        self.inbox, self.log = inbox, log
        self._begin()

    def _begin(self) -> None:
        self._process = READY.Process(target=_work, args=(address(), self.inbox.port, self.log))
        self._process.start()

    def kill(self) -> str:
        """As by the power: nothing is finished, nothing is said."""
        self._process.kill()
        self.wait()
        return OK

    def end(self) -> int | None:
        """As by Ctrl-C on the command that keeps it; how it ended."""
        self._process.terminate()
        self.wait()
        return self._process.exitcode

    def wait(self) -> None:
        """Until it has ended."""
        self._process.join(SECONDS_AT_MOST)
        assert self.has_ended()

    def has_ended(self) -> bool:
        return self._process.exitcode is not None

    def again(self) -> None:
        """The next one, which is asked to empty the outbox."""
        self._begin()
        ask_to_send()


def _work(address: str, mail_port: int, log: Path) -> None:
    """What `vatra.commands.work` does once it is loaded, as if the environment had named these places."""
    import_module(LOADED)
    with log.open("ab") as words:
        for described in (1, 2):
            os.dup2(words.fileno(), described)
    settings.DATABASES["default"].update(database(address))
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail_port
    work()


LOADED = "tests.commands.loaded"
READY = get_context("forkserver")
# The first is what the main module of a run of the tests asks for in every process that it forks.
READY.set_forkserver_preload(["pytest", LOADED, __name__])


@contextmanager
def a_program(inbox: Inbox, log: Path) -> "Iterator[subprocess.Popen[bytes]]":
    """A worker as `./vatra serve` begins it: a program of its own, which reads everything from its environment."""
    with (
        log.open("ab") as words,
        subprocess.Popen(
            [sys.executable, "-m", "vatra.commands.work"],
            cwd=home.project(),
            env=environment(
                DATABASE_URL=address(),
                DJANGO_SETTINGS_MODULE="vatra.settings",
                VATRA_SMTP_URL=f"smtp://127.0.0.1:{inbox.port}",
                VATRA_LOG_LEVEL="INFO",
            ),
            stdout=words,
            stderr=words,
        ) as program,
    ):
        try:
            yield program
        finally:
            program.kill()


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
