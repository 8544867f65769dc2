"""What an import tells: for every table, rows read = rows used + rows merged + rows set aside."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import translation

from vatra.exchange.models import Fate
from vatra.exchange.ssda903.rows import Fates, Row
from vatra.exchange.ssda903.tables import Table
from vatra.exchange.ssda903.words.reasons import sentence_for


@dataclass(frozen=True)
class Report:
    """Counts per table, and each row set aside with its file, line, code and sentence (in English)."""

    children: int
    new: int
    tables: dict[str, dict[str, int]]
    set_aside: Sequence[dict[str, object]]
    run: int = 0

    def counts(self) -> dict[str, object]:
        """What is kept with the run; the rows are kept one by one."""
        return {"children": self.children, "new": self.new, "tables": self.tables}

    def document(self) -> dict[str, object]:
        """The whole report."""
        return self.counts() | {"set_aside": self.set_aside}


def report_on(rows: Sequence[Row], fates: Fates, *, new: int) -> Report:
    """Count what became of the rows."""
    counted = Counter((row.table, fates.of(row).fate) for row in rows)
    tables = sorted({row.table for row in rows}, key=list(Table).index)
    children = {row.child for row in rows if row.table is not Table.OTHER and row.child.number}
    return Report(
        children=len(children),
        new=new,
        tables={str(table): _counts(table, counted) for table in tables},
        set_aside=_set_aside(rows, fates),
    )


def _counts(table: Table, counted: Counter[tuple[Table, Fate]]) -> dict[str, int]:
    fates = {str(fate): counted[table, fate] for fate in Fate}
    return {"read": sum(fates.values()), **fates}


def _set_aside(rows: Sequence[Row], fates: Fates) -> list[dict[str, object]]:
    with translation.override("en"):
        return [
            {
                "file": row.file,
                "line": row.line,
                "code": told.code,
                "sentence": sentence_for(told.code, told.details),
            }
            for row in rows
            if (told := fates.of(row)).fate == Fate.SET_ASIDE
        ]
