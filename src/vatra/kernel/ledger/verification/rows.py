"""The history of rows is what it was, and every row is now what its history says it should be."""

from collections.abc import Iterator

from django.db import connection, models

from vatra.kernel.ledger.verification.report import Finding
from vatra.kernel.ledger.verification.snapshot import first_row, streamed
from vatra.kernel.row_history import columns_left_out, recorded_models

_HISTORY = "SELECT id, digest FROM kernel_rowhistory ORDER BY id"

_ALTERED_CHANGE = """
    SELECT min(id) FROM kernel_rowhistory
    WHERE digest <> kernel_row_digest(at, txid, table_name, row_id, op, before, after, db_user)
"""

# A column added by a later migration is not in older history; so only what both know is compared.
_ROW_APART = """
    WITH last AS (
        SELECT DISTINCT ON (row_id) row_id, after FROM kernel_rowhistory
        WHERE table_name = %(name)s ORDER BY row_id, id DESC
    ), current AS (
        SELECT {key}::text AS row_id, to_jsonb(r) - %(left_out)s::text[] AS content FROM {table} r
    )
    SELECT coalesce(current.row_id, last.row_id), content IS NULL, after IS NULL
    FROM current FULL JOIN last ON last.row_id = current.row_id
    WHERE content IS DISTINCT FROM after AND (
        content IS NULL OR after IS NULL OR EXISTS (
            SELECT FROM jsonb_each(content) c JOIN jsonb_each(after) a USING (key)
            WHERE c.value <> a.value
        )
    ) ORDER BY 1 LIMIT 1
"""


def history_digests() -> Iterator[tuple[int, bytes]]:
    yield from streamed(_HISTORY)


def row_findings() -> Iterator[Finding]:
    """The first altered change of all, and in each table the first row that is not what its history says."""
    row = first_row(_ALTERED_CHANGE)
    if row and row[0] is not None:
        yield Finding(
            "change", str(row[0]), f"Change {row[0]} in the history of rows is not what was recorded."
        )
    for model in recorded_models():
        if finding := _apart(model):
            yield finding


def rows_now() -> int:
    """How many rows there are whose history is kept."""
    return sum(models.QuerySet(model).count() for model in recorded_models())


def _apart(model: type[models.Model]) -> Finding | None:
    table = model._meta.db_table
    names = {"key": model._meta.pk.column, "table": table}
    query = _ROW_APART.format(
        **{name: connection.ops.quote_name(str(value)) for name, value in names.items()}
    )
    with connection.cursor() as cursor:
        cursor.execute(query, {"name": table, "left_out": columns_left_out(model)})
        row = cursor.fetchone()
    return _finding(table, *row) if row else None


def _finding(table: str, key: str, is_missing: bool, is_unknown: bool) -> Finding:  # noqa: FBT001 - as the query answers
    if is_missing:
        what = "is gone, though its history does not say that it was deleted"
    elif is_unknown:
        what = "is there, though its history does not say so"
    else:
        what = "is not what its history says: it was changed behind the history's back"
    return Finding("row", f"{table} {key}", f"Row {key} of {table} {what}.")
