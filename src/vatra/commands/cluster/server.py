"""One embedded server, shared by all who use it at the moment; the last to leave stops it."""

import fcntl
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vatra.commands import trouble
from vatra.commands.cluster import account, binaries, creation, roles
from vatra.commands.cluster.folders import SOCKET_NAME, Folders, folders

LEAST_FREE_BYTES = 100_000_000
SECONDS_TO_START = "--timeout=120"  # after a power cut the log is replayed first


@contextmanager
def running(at: Path, *, throwaway: bool = False) -> Iterator[Folders]:
    """The server of this home, started if nobody runs it, stopped if nobody else uses it afterwards.

    Who uses it holds a shared lock, which the kernel takes back when a process dies, however it dies.
    """
    place = folders(at)
    with _open_lock(at / "database.users") as users, _open_lock(at / "database.starts") as starts:
        try:
            with _held(starts):
                _start(place, throwaway=throwaway)
                fcntl.flock(users, fcntl.LOCK_SH)
            yield place
        finally:
            with _held(starts):
                if _is_last(users):
                    stop(place)


def is_up(place: Folders) -> bool:
    """Whether somebody answers at the socket."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knock:
        return knock.connect_ex(str(place.socket / SOCKET_NAME)) == 0


def stop(place: Folders) -> None:
    """A clean stop: open questions are broken off, everything saved is on the disk."""
    words = [f"--pgdata={place.data}", "--mode=fast", "--wait"]
    account.run([binaries.programs() / "pg_ctl", "stop", *words])


def _start(place: Folders, *, throwaway: bool) -> None:
    if (place.data / "PG_VERSION").is_file():
        creation.refuse_other_version(place)
    if not is_up(place):
        _need_room(place.top)
        if not place.data.exists():
            creation.create(place)
        creation.configure(place, throwaway=throwaway)
        _launch(place)
    established = place.home / "database.established"
    if not established.exists():
        roles.establish(place, may_create_databases=throwaway)
        established.touch(mode=0o600)
    roles.refuse_lost_secrets(place)


def _launch(place: Folders) -> None:
    place.startup_log.unlink(missing_ok=True)
    words = [f"--pgdata={place.data}", f"--log={place.startup_log}", SECONDS_TO_START, "--wait"]
    done = account.run([binaries.programs() / "pg_ctl", "start", *words])
    if done.returncode:
        raise trouble.server_would_not_start(place.data, _last_words(place) or done.stderr.strip())


def _last_words(place: Folders) -> str:
    """The server's own account of why it gave up: the ends of its logs, the newest last."""
    logs = sorted(place.log.glob("*.log"), key=_written_at)
    text = account.run(["tail", "-q", "-n", "4", *logs[-1:], place.startup_log]).stdout
    return " ".join(text.split())[-600:]


def _written_at(path: Path) -> float:
    return path.lstat().st_mtime


def _need_room(folder: Path) -> None:
    if shutil.disk_usage(folder).free < LEAST_FREE_BYTES:
        raise trouble.full_disk(folder)


@contextmanager
def _open_lock(path: Path) -> Iterator[int]:
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise trouble.unusable_folder(path.parent, error) from error
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def _held(lock: int) -> Iterator[None]:
    fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(lock, fcntl.LOCK_UN)


def _is_last(users: int) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
