"""The database of which every worker of the tests takes a copy: migrations run once and not once for each."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import django
import psycopg
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from vatra.commands import home

NAME = "vatra_for_tests"
UNFINISHED = "vatra_for_tests_unfinished"
# Who asks first makes it and the others wait; the number is only a name.
TURN = 0x5661747262
COMMAND = [sys.executable, "-m", "vatra.commands.suite_template"]


@contextmanager
def being_made() -> Iterator[None]:
    """Begins to make it, beside whatever is done meanwhile."""
    os.environ["VATRA_TEST_TEMPLATE"] = NAME
    with subprocess.Popen(COMMAND, cwd=home.project(), stderr=subprocess.DEVNULL):  # noqa: S603 - see COMMAND
        yield


def finished() -> str | None:
    """Its name, once it is there; None where the tests were given a server of somebody else's."""
    name = os.environ.get("VATRA_TEST_TEMPLATE")
    if name:
        subprocess.run(COMMAND, cwd=home.project(), check=True)  # noqa: S603 - see COMMAND
    return name


def make() -> None:
    """It bears its name from the moment it is whole: half a template is never copied."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(%s)", [TURN])
        if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
            return
        unfinished, name = sql.Identifier(UNFINISHED), sql.Identifier(NAME)
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(unfinished))
        server.execute(sql.SQL("CREATE DATABASE {}").format(unfinished))
        _migrate(UNFINISHED)
        server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(unfinished, name))


def _migrate(database: str) -> None:
    address = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}")
    os.environ["DATABASE_URL"] = urlunsplit(address)
    os.environ["DJANGO_SETTINGS_MODULE"] = "vatra.settings"
    django.setup()
    call_command("migrate", verbosity=0)
    connection.close()


if __name__ == "__main__":
    make()
