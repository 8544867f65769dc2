"""The command that invents a caseload."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo

from vatra.commands import generate
from vatra.commands.trouble import Trouble

pytestmark = pytest.mark.django_db


ABLE_TO_FORGET = 18_00_00  # the version of PostgreSQL
FORGET = """
    SELECT pg_clear_relation_stats('public', relname) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')
"""


@pytest.fixture(autouse=True, scope="module")
def _forgotten(django_db_setup: None) -> Iterator[None]:
    """What was counted: tables known to be empty would be joined row by row whenever a later test fills them.

    An older server goes on with what it counted, and slowly.
    """
    yield
    with psycopg.connect(address(), autocommit=True) as another:
        if another.info.server_version >= ABLE_TO_FORGET:
            another.execute(FORGET)


@pytest.fixture(autouse=True)
def _owner(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables of the tests belong to the role that runs them."""
    monkeypatch.setenv("DATABASE_OWNER_URL", address())


def address() -> str:
    """Of the test's database, for the role that owns its tables."""
    given = connection.settings_dict
    return make_conninfo(
        host=given["HOST"],
        port=given["PORT"],
        user=given["USER"],
        password=given["PASSWORD"],
        dbname=given["NAME"],
    )


def one(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def test_the_rows_are_counted_when_the_caseload_is_there() -> None:
    before = one("SELECT clock_timestamp()")
    assert generate.generated(children=2, seed=1, workers=1).children == 2
    assert one("SELECT min(last_analyze) FROM pg_stat_user_tables") > before  # type: ignore[operator]


def test_a_seed_that_was_used_is_told() -> None:
    generate.generated(children=1, seed=1, workers=1)
    with pytest.raises(Trouble, match="The caseload of seed 1 is in this database already"):
        generate.generated(children=1, seed=1, workers=1)
