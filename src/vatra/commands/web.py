"""The production web server as a process of its own, and the socket it listens on."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from vatra.commands import trouble
from vatra.commands.child import opened, start, stop

SECONDS_TO_START = 60
SECONDS_TO_FINISH_PAGES = 10
PAUSE = 0.05
OPTIONS = (
    "--preload",
    "--worker-class=gthread",
    "--threads=4",
    f"--graceful-timeout={SECONDS_TO_FINISH_PAGES}",
    "--log-level=warning",
    "--no-control-socket",
)


def listener(address: str, port: int) -> socket.socket:
    """A listening socket, taken before anything slow is begun; port 0 takes a free one."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((address, port))
        listening.listen(512)
    except OSError as error:
        listening.close()
        raise _refused(address, port, error) from error
    return listening


def _refused(address: str, port: int, error: OSError) -> trouble.Trouble:
    if isinstance(error, PermissionError) or "in use" not in str(error):
        return trouble.port_refused(f"{address}:{port}", error.strerror or str(error))
    return trouble.port_taken(port)


@contextmanager
def serving(
    listening: socket.socket, *, workers: int = 2, log: Path | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """The web server, answering from the first moment inside, its last pages finished on the way out.

    It speaks on standard error, or, where that is the place of a demonstration, into a log.
    """
    with opened(log) as words:
        web = _launched(listening, workers=workers, words=words)
        try:
            if not _answers_in_time(listening, web):
                raise trouble.web_would_not_start(_last_words(log))
            yield web
        finally:
            stop(web, within=SECONDS_TO_FINISH_PAGES + 2)


def _last_words(log: Path | None) -> str:
    return " ".join(log.read_text(errors="replace").split())[-600:] if log else "above"


def _launched(listening: socket.socket, *, workers: int, words: IO[bytes] | None) -> subprocess.Popen[bytes]:
    number = listening.fileno()
    place = [f"--bind=fd://{number}", f"--workers={workers}"]
    command = [sys.executable, "-m", "gunicorn", "vatra.wsgi:application", *OPTIONS, *place]
    return start(command, words=words, keeping=[number])


def _answers_in_time(listening: socket.socket, web: subprocess.Popen[bytes]) -> bool:
    address, port = listening.getsockname()[:2]
    give_up = time.monotonic() + SECONDS_TO_START
    while web.poll() is None and time.monotonic() < give_up:
        if _answers(address, port):
            return True
        time.sleep(PAUSE)
    return False


def _answers(address: str, port: int) -> bool:
    connection = http.client.HTTPConnection(_reached_at(address), port, timeout=1)
    try:
        connection.request("GET", "/", headers={"Host": "localhost"})
        connection.getresponse()
    except OSError:
        return False
    finally:
        connection.close()
    return True


def _reached_at(address: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address, address)  # noqa: S104 - read here, not bound
