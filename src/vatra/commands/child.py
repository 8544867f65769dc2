"""Processes that serve beside the one a person started, and end with it."""

import os
import subprocess
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO


def start(
    command: Sequence[str], *, words: IO[bytes] | None, keeping: Sequence[int] = ()
) -> "subprocess.Popen[bytes]":
    """In a session of its own: Ctrl-C reaches only the process that then stops it in order."""
    return subprocess.Popen(  # noqa: S603 - our own program
        command,
        pass_fds=keeping,
        stdin=subprocess.DEVNULL,
        stdout=words,
        stderr=words,
        start_new_session=True,
        env=_without_owner(),
    )


def stop(process: "subprocess.Popen[bytes]", *, within: float) -> None:
    """Ask it to end; after so many seconds, end it."""
    process.terminate()
    try:
        process.wait(within)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def opened(log: Path | None) -> AbstractContextManager[IO[bytes] | None]:
    """Where the process speaks: a file only its owner reads, or standard error."""
    if log is None:
        return nullcontext()
    log.touch(mode=0o600)
    return log.open("wb")


def _without_owner() -> dict[str, str]:
    """Pages and jobs never learn the owner's password."""
    return {name: value for name, value in os.environ.items() if name != "DATABASE_OWNER_URL"}
