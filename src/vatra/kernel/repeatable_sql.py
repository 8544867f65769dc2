"""Views, triggers, functions: SQL files applied again whenever their text or the tables have changed."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from django.apps import apps
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from vatra.kernel.row_history import attach_row_history

APPLICATION = "vatra_app"
GRANTS = Path(__file__).parent / "grants.sql"

_REMEMBER = """
    INSERT INTO kernel_appliedsql (name, digest) VALUES (%s, %s)
    ON CONFLICT (name) DO UPDATE SET digest = excluded.digest
"""

_DROP_VIEWS = """
    DO $$
    DECLARE view text;
    BEGIN
        -- By name: a view that went with another one is no longer there when its turn comes.
        FOR view IN SELECT format('public.%I', c.relname) FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'v'
                AND pg_has_role(c.relowner, 'USAGE')
                AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
        LOOP
            EXECUTE format('DROP VIEW IF EXISTS %s CASCADE', view);
        END LOOP;
    END $$
"""


def clear_the_way(using: str) -> None:
    """Drop the views, so that migrations may change the tables under them; applying makes them anew."""
    with transaction.atomic(using), connections[using].cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
        _make_memory(cursor)
        cursor.execute(_DROP_VIEWS)
        cursor.execute("DELETE FROM kernel_appliedsql")


def apply_sql(using: str) -> list[str]:
    """Apply what has changed, in the order of the apps and file names; return the names of the applied."""
    with transaction.atomic(using), connections[using].cursor() as cursor:
        _make_memory(cursor)
        applied = [name for name, text in files() if _applied(cursor, name, text)]
        attach_row_history(cursor)
        if _grant(cursor):
            applied.append(GRANTS.name)
    return applied


def outdated(applied: Mapping[str, bytes]) -> list[str]:
    """The files whose text is not what was last applied, by the names and digests in `kernel_appliedsql`."""
    return [name for name, text in files() if applied.get(name) != sha256(text.encode()).digest()]


def files() -> Iterator[tuple[str, str]]:
    for app in apps.get_app_configs():
        if app.name.startswith("vatra."):
            for file in sorted(Path(app.path, "sql").glob("*.sql")):
                yield f"{app.label}/{file.name}", file.read_text()


def _applied(cursor: CursorWrapper, name: str, text: str, circumstances: str = "") -> bool:
    digest = sha256(f"{circumstances}{text}".encode()).digest()
    cursor.execute("SELECT digest FROM kernel_appliedsql WHERE name = %s", [name])
    known = cursor.fetchone()
    if known and bytes(known[0]) == digest:
        return False
    cursor.execute(text)
    cursor.execute(_REMEMBER, [name, digest])
    return True


def _grant(cursor: CursorWrapper) -> bool:
    """Give the application's role its rights, where the role exists and tables or rights are new to it."""
    cursor.execute("SELECT oid FROM pg_roles WHERE rolname = %s", [APPLICATION])
    role = cursor.fetchone()
    if not role:
        return False
    cursor.execute(
        "SELECT string_agg(oid::text, ' ' ORDER BY oid) FROM pg_class"
        " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'S')"
    )
    return _applied(cursor, GRANTS.name, GRANTS.read_text(), f"{role[0]}: {cursor.fetchone()[0]}\n")


def _make_memory(cursor: CursorWrapper) -> None:
    cursor.execute(
        "CREATE TABLE IF NOT EXISTS kernel_appliedsql (name text PRIMARY KEY, digest bytea NOT NULL)"
    )
