"""The worker as a process of its own, beside the web server."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from vatra.commands.child import opened, start, stop

SECONDS_TO_FINISH_JOBS = 12


class Worker:
    """One worker process; begun anew when it has ended by itself."""

    def __init__(self, words: IO[bytes] | None) -> None:
        self._words = words
        self._process = self._begun()

    def keep_up(self) -> None:
        """Whatever ended the process, what it had begun is on record and is taken up again."""
        if self._process.poll() is not None:
            self._process = self._begun()

    def end(self) -> None:
        """Let it finish the job at hand, but not for long: what is cut off is done at the next start."""
        stop(self._process, within=SECONDS_TO_FINISH_JOBS)

    def _begun(self) -> "subprocess.Popen[bytes]":
        return start([sys.executable, "-m", "vatra.commands.work"], words=self._words)


@contextmanager
def working(log: Path | None = None) -> Iterator[Worker]:
    """While this lasts, a worker does what waits."""
    with opened(log) as words:
        worker = Worker(words)
        try:
            yield worker
        finally:
            worker.end()
