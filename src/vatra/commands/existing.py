"""Looks at a database that somebody else runs before anything is done in it."""

from collections.abc import Mapping
from urllib.parse import urlsplit

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from vatra.commands import trouble
from vatra.commands.cluster.roles import EXTENSIONS

SECONDS_TO_ANSWER = 5


def check(application: str, owner: str) -> None:
    """Raises the trouble that would stop Vatra in this database; adds the extensions if the role may."""
    with _connected("DATABASE_OWNER_URL" if owner != application else "DATABASE_URL", owner) as connection:
        refuse_old(connection.info.server_version)
        _refuse_encoding(connection)
        for name in EXTENSIONS:
            _ensure_extension(connection, name)
        _refuse_without_rights(connection)
    if owner != application:
        _connected("DATABASE_URL", application).close()


def refuse_old(version: int) -> None:
    """The version as PostgreSQL counts it: 160004 is 16.4."""
    if version < trouble.LEAST_VERSION:
        raise trouble.old_server(version)


def owns_tables(address: str) -> bool:
    """Whether the role may do more than the application should: it is a superuser or owns a table."""
    question = (
        "SELECT rolsuper OR EXISTS (SELECT FROM pg_class WHERE relowner = r.oid AND relkind = 'r')"
        " FROM pg_roles r WHERE rolname = current_user"
    )
    with _connected("DATABASE_URL", address) as connection:
        row = connection.execute(question).fetchone()
    return bool(row and row[0])


def _connected(name: str, address: str) -> psycopg.Connection:
    try:
        parts = conninfo_to_dict(address)
        if urlsplit(address).scheme not in {"postgresql", "postgres"} or not parts.get("dbname"):
            raise trouble.bad_address(name)
        return psycopg.connect(address, autocommit=True, connect_timeout=SECONDS_TO_ANSWER)
    except psycopg.OperationalError as error:
        raise trouble.database_away(_place(parts), _words(error)) from error
    except (psycopg.ProgrammingError, ValueError) as error:
        raise trouble.bad_address(name) from error


def _place(parts: Mapping[str, object]) -> str:
    """Host, port and database; never the password."""
    return f"{parts.get('host', 'this machine')}:{parts.get('port', 5432)}/{parts.get('dbname')}"


def _words(error: psycopg.Error) -> str:
    return " ".join(str(error).split())


def _refuse_encoding(connection: psycopg.Connection) -> None:
    encoding = connection.info.parameter_status("server_encoding") or ""
    if encoding != "UTF8":
        raise trouble.wrong_encoding(encoding)


def _ensure_extension(connection: psycopg.Connection, name: str) -> None:
    try:
        connection.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(name)))
    except psycopg.Error as error:
        raise trouble.missing_extension(name, connection.info.dbname, _words(error)) from error


def _refuse_without_rights(connection: psycopg.Connection) -> None:
    row = connection.execute("SELECT has_schema_privilege('public', 'CREATE')").fetchone()
    if not row or not row[0]:
        raise trouble.missing_right(connection.info.user, connection.info.dbname)
