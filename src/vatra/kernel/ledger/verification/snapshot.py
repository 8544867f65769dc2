"""One unchanging view of the database to check, while others go on working."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeAlias

from django.db import connection, transaction
from psycopg import sql

from vatra.kernel.ledger.verification.report import Finding

ROWS_AT_ONCE = 10_000
MOST_AT_ONCE = 4
_READ_ONLY = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
# As the trigger that keeps row history writes rows, whatever the session's own settings are. No row is asked for twice,
# and the jobs themselves keep all processors busy.
_SETTINGS = """
    SET LOCAL timezone = 'UTC'; SET LOCAL bytea_output = 'hex'; SET LOCAL intervalstyle = 'postgres';
    SET LOCAL work_mem = '128MB'; SET LOCAL enable_memoize = off; SET LOCAL max_parallel_workers_per_gather = 0
"""

Parameters: TypeAlias = Sequence[Any] | Mapping[str, Any] | None
Job: TypeAlias = Callable[[], Iterable[Finding]]
Begun: TypeAlias = "Future[list[Finding]]"


@contextmanager
def snapshot() -> Iterator[Callable[[Job], Begun]]:
    """A read-only view of one moment, and how to begin a job that sees the same by a connection of its own.

    Inside a transaction already begun it is that transaction's view. Nobody else can see that, so a job is done
    at once.
    """
    nested = connection.in_atomic_block
    with transaction.atomic():
        if nested:
            _execute(_SETTINGS)
            yield _done_at_once
            return
        _execute(_READ_ONLY)
        _execute(_SETTINGS)
        row = first_row("SELECT pg_export_snapshot()") or ("",)
        with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_AT_ONCE)) as threads:
            yield lambda job: threads.submit(_done_in_view, row[0], job)


def streamed(query: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, fetched in portions by a cursor that stays in the database."""
    with connection.connection.cursor(name="verification", binary=True) as cursor:
        cursor.itersize = ROWS_AT_ONCE
        cursor.execute(query)
        yield from cursor


def first_row(query: str, parameters: Parameters = None) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        row: tuple[Any, ...] | None = cursor.fetchone()
        return row


def _done_at_once(job: Job) -> Begun:
    done: Begun = Future()
    done.set_result(list(job()))
    return done


def _done_in_view(snapshot: str, job: Job) -> list[Finding]:
    try:
        with transaction.atomic():
            _execute(_READ_ONLY)
            _execute(sql.SQL("SET TRANSACTION SNAPSHOT {}").format(snapshot))
            _execute(_SETTINGS)
            return list(job())
    finally:
        connection.close()


def _execute(statement: str | sql.Composed) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
