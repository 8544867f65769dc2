"""Brings the tables of the database up to date, as the role that owns them."""

import argparse
import os
import subprocess
import sys
from hashlib import sha256

import psycopg
from django.db.migrations.loader import MigrationLoader

from vatra.advocacy.reference import load_reference
from vatra.advocacy.site.shipped import load_site
from vatra.commands import home, report, trouble
from vatra.kernel import clock
from vatra.kernel.repeatable_sql import files
from vatra.law.clocks import apply_all_packs

# Two starts at once take turns; the number is only a name.
TURN = 0x5661747261


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    applied = bring_up_to_date()
    if options.json:
        report.print_document({"ok": True, "applied": applied})
    else:
        report.paper.print(f"Applied {len(applied)} changes. The tables are up to date.")
    return 0


def bring_up_to_date() -> list[str]:
    """The migrations and SQL files that had to be applied; a database that is up to date is left alone."""
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [TURN])
        waiting = _waiting_migrations(connection) or _changed_sql(connection)
        if waiting:
            with report.terminal.status("Bringing the tables up to date"):
                _apply()
    apply_all_packs(on=clock.today())
    load_reference()
    load_site()
    return waiting


def _waiting_migrations(connection: psycopg.Connection) -> list[str]:
    done: set[tuple[str, str]] = set()
    row = connection.execute("SELECT to_regclass('django_migrations')").fetchone()
    if row and row[0]:
        done = {(app, name) for app, name in connection.execute("SELECT app, name FROM django_migrations")}
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations or {}
    return [f"{app}.{name}" for app, name in sorted(known.keys() - done)]


def _changed_sql(connection: psycopg.Connection) -> list[str]:
    """Views, triggers and functions whose text is not the one that was applied."""
    known: dict[str, bytes] = dict(
        connection.execute("SELECT name, digest FROM kernel_appliedsql").fetchall()
    )
    return [name for name, text in files() if known.get(name) != sha256(text.encode()).digest()]


def _apply() -> None:
    environment = os.environ | {"DATABASE_URL": os.environ["DATABASE_OWNER_URL"]}
    command = [sys.executable, "-m", "django", "migrate", "--no-input", "--verbosity=0"]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        log = home.home() / "migrate.log"
        log.write_text(done.stderr)
        raise trouble.not_migrated((done.stderr.strip().splitlines() or ["no words"])[-1], log)
