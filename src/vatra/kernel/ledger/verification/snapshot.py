"""One unchanging view of the database to check, while others go on working."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

ROWS_AT_ONCE = 10_000
# As the trigger that keeps row history writes rows, whatever the session's own settings are.
_SETTINGS = "SET LOCAL timezone = 'UTC'; SET LOCAL bytea_output = 'hex'; SET LOCAL intervalstyle = 'postgres'"


@contextmanager
def snapshot() -> Iterator[None]:
    """A read-only view of one moment; inside a transaction already begun, that transaction's view."""
    nested = connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if not nested:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute(_SETTINGS)
        cursor.execute("SET LOCAL work_mem = '128MB'")
        yield


def streamed(query: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, fetched in portions by a cursor that stays in the database."""
    with connection.connection.cursor(name="verification", binary=True) as cursor:
        cursor.itersize = ROWS_AT_ONCE
        cursor.execute(query)
        yield from cursor


def first_row(query: str, parameters: Sequence[bytes] = ()) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        row: tuple[Any, ...] | None = cursor.fetchone()
        return row
