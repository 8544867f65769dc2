"""Servers for the tests of the server itself."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from vatra.commands.cluster import account, roles, server
from vatra.commands.cluster.folders import Folders


@contextmanager
def a_home(name: str = "home") -> Iterator[Path]:
    """A folder for an installation, passable for the account that runs the server; gone afterwards."""
    top = Path(tempfile.mkdtemp(prefix="vatra-test-"))
    top.chmod(0o711)
    home = top / name
    home.mkdir(mode=0o711)
    try:
        yield home
    finally:
        shutil.rmtree((home / "database").resolve(), ignore_errors=True)
        note = home / "database.socket"
        if note.exists():
            shutil.rmtree(note.read_text())
        shutil.rmtree(top)


@contextmanager
def a_server(name: str = "home") -> Iterator[Folders]:
    with a_home(name) as home, server.running(home, throwaway=True) as place:
        yield place


def answer(place: Folders, question: str, role: str = roles.APP, database: str = roles.DATABASE) -> object:
    """The one value that the server gives a role."""
    with psycopg.connect(roles.address(place, role, database), autocommit=True) as connection:
        row = connection.execute(question).fetchone()
    return row[0] if row else None


def order(
    place: Folders, statement: str, role: str = roles.BOOTSTRAP, database: str = roles.DATABASE
) -> None:
    with psycopg.connect(roles.address(place, role, database), autocommit=True) as connection:
        connection.execute(statement)


def as_nobody(*command: str | Path) -> str:
    """What a program prints when another local user runs it; for root only."""
    done = subprocess.run(
        command,
        user="nobody",
        group="nogroup",
        extra_groups=[],
        capture_output=True,
        text=True,
        cwd="/",
        check=False,
    )
    return done.stdout + done.stderr


def started_by_server(place: Folders) -> int:
    """The number of the server's process."""
    return int(account.run(["head", "-n", "1", place.data / "postmaster.pid"]).stdout)
