"""Keeps web server and worker running, and the events bound while they run."""

import argparse
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection

from vatra.commands import report
from vatra.commands.worker import Worker
from vatra.kernel import clock, ledger

SECONDS_BETWEEN_CHECKPOINTS = 600
SECONDS_BETWEEN_LOOKS = 10


@contextmanager
def checkpoints() -> Iterator[None]:
    """A checkpoint at the start and one at the end, however it ends."""
    bind()
    try:
        yield
    finally:
        bind()


def bind() -> None:
    """A failed checkpoint stops no page: the next one binds the same events."""
    try:
        ledger.checkpoint(at=clock.now())
    except (DatabaseError, ledger.StillWriting) as error:
        report.terminal.print(f"No checkpoint was made this time: {error}", markup=False)
    finally:
        connection.close()


def stay_with(web: "subprocess.Popen[bytes]", worker: Worker) -> int:
    """Until the web server ends by itself or somebody presses Ctrl-C; the exit code."""
    bound = time.monotonic()
    try:
        while True:
            try:
                return web.wait(SECONDS_BETWEEN_LOOKS)
            except subprocess.TimeoutExpired:
                worker.keep_up()
            if time.monotonic() - bound > SECONDS_BETWEEN_CHECKPOINTS:
                bind()
                bound = time.monotonic()
    except KeyboardInterrupt:
        report.terminal.print("\nStopping. Everything that was saved is kept.")
        return 0


def add_port(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="the port of this machine to serve on (8000)")
