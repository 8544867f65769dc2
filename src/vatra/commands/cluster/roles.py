"""The roles of the embedded database and the rights they begin with."""

from urllib.parse import quote

import psycopg
from psycopg import sql

from vatra.commands import home, trouble
from vatra.commands.cluster.folders import Folders

DATABASE = "vatra"
BOOTSTRAP = "vatra_bootstrap"
OWNER = "vatra_owner"
APP = "vatra_app"
EXTENSIONS = ("btree_gist", "pg_trgm")


def address(folders: Folders, role: str, database: str = DATABASE) -> str:
    """The URL by which a role reaches the server, password included."""
    password = quote(home.secret(folders.home, role), safe="")
    return f"postgresql://{role}:{password}@/{database}?host={quote(str(folders.socket), safe='')}"


def establish(folders: Folders, *, may_create_databases: bool) -> None:
    """Makes roles and database; what exists already stays, so that an interrupted first start is finished."""
    with psycopg.connect(address(folders, BOOTSTRAP, "template1"), autocommit=True) as template:
        for role in (OWNER, APP):
            _role(template, role, home.secret(folders.home, role))
        if may_create_databases:
            template.execute("ALTER ROLE vatra_owner CREATEDB")
            template.execute("GRANT SET ON PARAMETER session_replication_role TO vatra_owner")
        # Every database made from the template, a test's too, is born with what the constraints need.
        _extensions(template)
        if not template.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            template.execute("CREATE DATABASE vatra OWNER vatra_owner")
    with psycopg.connect(address(folders, BOOTSTRAP), autocommit=True) as database:
        _rights(database)


def refuse_lost_secrets(folders: Folders) -> None:
    """Data and secrets belong together: a folder restored without the other is found out at the start."""
    try:
        psycopg.connect(address(folders, APP)).close()
    except psycopg.OperationalError as error:
        raise trouble.lost_secrets(folders.home / "secret", " ".join(str(error).split())) from error


def _role(connection: psycopg.Connection, role: str, password: str) -> None:
    name = sql.Identifier(role)
    if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN NOINHERIT").format(name))
    connection.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(name, sql.Literal(password)))


def _extensions(connection: psycopg.Connection) -> None:
    for name in EXTENSIONS:
        connection.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(name)))


def _rights(connection: psycopg.Connection) -> None:
    """The owner may become the application's role, so that a migration or test can try its rights."""
    for statement in (
        "REVOKE ALL ON DATABASE vatra FROM PUBLIC",
        "GRANT CONNECT ON DATABASE vatra TO vatra_app",
        "ALTER SCHEMA public OWNER TO vatra_owner",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        "GRANT USAGE ON SCHEMA public TO vatra_app",
        "GRANT vatra_app TO vatra_owner",
    ):
        connection.execute(statement)
