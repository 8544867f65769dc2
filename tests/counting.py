"""What the database counts of its rows outlives the test in which it was counted."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import connection
from psycopg.conninfo import make_conninfo

ABLE_TO_FORGET = 18_00_00  # the version of PostgreSQL
FORGET = """
    SELECT pg_clear_relation_stats('public', relname) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')
"""


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


@contextmanager
def forgotten() -> Iterator[None]:
    """Whatever tests count inside; tables known to be empty would be joined row by row whenever a later test fills them.

    What was counted in a transaction can be forgotten once it has ended. An older server goes on with it, and slowly.
    """
    try:
        yield
    finally:
        with psycopg.connect(address(), autocommit=True) as another:
            if another.info.server_version >= ABLE_TO_FORGET:
                another.execute(FORGET)
