"""Keeping the rows as they came with what became of each, and the event on each child's file."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from django.db import connection
from psycopg.types.json import Jsonb

from vatra.casework.models import File
from vatra.exchange.models import ImportRun
from vatra.exchange.ssda903.rows import ChildKey, Fates, Row
from vatra.kernel.ledger import Actor, Entry

_KEEP = """
    COPY exchange_importrow (
        run_id, "table", file_name, line, vintage, raw, digest, fate, code, details, child_file_id
    ) FROM STDIN
"""


def keep_rows(run: ImportRun, rows: Iterable[Row], fates: Fates, files: Mapping[ChildKey, File]) -> None:
    """Every row of this import, used or not."""
    with connection.cursor() as cursor, cursor.copy(_KEEP) as copy:
        for row in rows:
            copy.write_row(_columns(run, row, fates, files.get(row.child)))


def _columns(run: ImportRun, row: Row, fates: Fates, file: File | None) -> tuple[object, ...]:
    told = fates.of(row)
    return (
        run.pk,
        row.table,
        row.file,
        row.line,
        row.vintage.isoformat(),
        Jsonb(row.raw),
        row.digest,
        told.fate,
        told.code,
        Jsonb(told.details),
        file.pk if file else None,
    )


def events(
    run: ImportRun, rows: Iterable[Row], fates: Fates, files: Mapping[ChildKey, File], by: Actor
) -> Iterator[Entry]:
    """One event per child's file: how many rows of each table were used."""
    used: dict[ChildKey, Counter[str]] = {child: Counter() for child in files}
    for row in rows:
        if row.child in used and fates.is_used(row):
            used[row.child][row.table] += 1
    for child, file in files.items():
        facts = {"run": run.pk, "system": run.system, "used": dict(used[child])}
        yield Entry("import_records", by, file.key, ("casework_file", str(file.pk)), facts=facts)
