"""The history of rows is what it was, and every row is now what its history says it should be."""

from collections.abc import Iterator
from functools import partial

from django.db import connection, models

from vatra.kernel.ledger.verification.report import Finding
from vatra.kernel.ledger.verification.snapshot import Job, first_row, streamed
from vatra.kernel.row_history import RowHistory, columns_left_out, recorded_models

CHANGES_AT_ONCE = 250_000
_HISTORY = "SELECT id, digest FROM kernel_rowhistory WHERE id <= {last} ORDER BY id"

_ALTERED_CHANGE = """
    SELECT id FROM kernel_rowhistory
    WHERE id > %s AND id <= %s
        AND digest <> kernel_row_digest(at, txid, table_name, row_id, op, before, after, db_user)
    ORDER BY id LIMIT 1
"""

# A column added by a later migration is not in older history; so only what both know is compared.
# Row by row through the table's key, so that no table has to be sorted or held in memory.
_ROW_APART = """
    SELECT last.row_id, content IS NULL, after IS NULL
    FROM kernel_rowhistory last LEFT JOIN LATERAL (
        SELECT to_jsonb(r) - %(left_out)s::text[] AS content FROM {table} r
        WHERE r.{key} = CASE WHEN pg_input_is_valid(last.row_id, '{type}') THEN last.row_id::{type} END OFFSET 0
    ) current ON true
    WHERE last.table_name = %(name)s AND NOT EXISTS (
        SELECT FROM kernel_rowhistory later
        WHERE later.table_name = %(name)s AND later.row_id = last.row_id AND later.id > last.id
    ) AND content IS DISTINCT FROM after AND (
        content IS NULL OR after IS NULL OR EXISTS (
            SELECT FROM jsonb_each(content) c JOIN jsonb_each(after) a USING (key)
            WHERE c.value <> a.value
        )
    ) ORDER BY 1 LIMIT 1
"""

_ROW_WITHOUT_HISTORY = """
    SELECT r.{key}::text, false, true FROM {table} r
    WHERE NOT EXISTS (
        SELECT FROM kernel_rowhistory WHERE table_name = %(name)s AND row_id = r.{key}::text
    ) ORDER BY 1 LIMIT 1
"""


def history_digests(last: int) -> Iterator[tuple[int, bytes]]:
    """Number and digest of every change up to the last that a checkpoint binds."""
    yield from streamed(_HISTORY.format(last=last))


def changes() -> int:
    return RowHistory.objects.count()


def history_jobs() -> Iterator[Job]:
    """Look for the first altered change, in one portion of the history after the other."""
    last = RowHistory.objects.aggregate(last=models.Max("id"))["last"] or 0
    for start in range(0, last, CHANGES_AT_ONCE):
        yield partial(_altered, start, start + CHANGES_AT_ONCE)


def row_jobs() -> Iterator[Job]:
    """Look in each table for the first row that is not what its history says."""
    for model in recorded_models():
        yield partial(_apart, model)


def rows_now() -> int:
    """How many rows there are whose history is kept."""
    return sum(models.QuerySet(model).count() for model in recorded_models())


def _altered(after: int, until: int) -> Iterator[Finding]:
    if row := first_row(_ALTERED_CHANGE, [after, until]):
        yield Finding(
            "change", str(row[0]), f"Change {row[0]} in the history of rows is not what was recorded."
        )


def _apart(model: type[models.Model]) -> Iterator[Finding]:
    table, key = model._meta.db_table, model._meta.pk
    names = {
        "table": connection.ops.quote_name(table),
        "key": connection.ops.quote_name(str(key.column)),
        "type": key.rel_db_type(connection),
    }
    parameters = {"name": table, "left_out": columns_left_out(model)}
    for query in (_ROW_APART, _ROW_WITHOUT_HISTORY):
        if row := first_row(query.format(**names), parameters):
            yield _finding(table, *row)
            return


def _finding(table: str, key: str, is_missing: bool, is_unknown: bool) -> Finding:  # noqa: FBT001 - as the query answers
    if is_missing:
        what = "is gone, though its history does not say that it was deleted"
    elif is_unknown:
        what = "is there, though its history does not say so"
    else:
        what = "is not what its history says: it was changed behind the history's back"
    return Finding("row", f"{table} {key}", f"Row {key} of {table} {what}.")
