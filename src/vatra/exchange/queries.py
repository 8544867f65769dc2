"""Imports as their pages show them, read at once and page by page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from vatra.access.doors import Held
from vatra.access.roles import Permission
from vatra.casework.models import File
from vatra.exchange.models import ImportRow, ImportRun, ReturnFact
from vatra.exchange.ssda903.tables import Table, in_order
from vatra.exchange.ssda903.words.reasons import sentence_for
from vatra.exchange.ssda903.words.tables import table_name

RUNS_ON_A_PAGE = 30
ROWS_ON_A_PAGE = 40


@dataclass(frozen=True)
class TableCount:
    """What became of the rows of one table."""

    name: str
    read: int
    used: int
    merged: int
    set_aside: int


@dataclass(frozen=True)
class RowShown:
    """One row with where it came from, what became of it and why, in the reader's language."""

    pk: int
    table: str
    file_name: str
    line: int
    fate: str
    code: str
    sentence: str
    raw: Mapping[str, str]


@dataclass(frozen=True)
class FactsShown:
    """What a return says of a child, in its own codes."""

    table: str
    until: date
    facts: Mapping[str, str]


def runs_open_to(held: Held) -> QuerySet[ImportRun]:
    """The imports into the units in which somebody may see imports, and into units below."""
    return ImportRun.objects.into_units(held.units_with(Permission.SEE_IMPORTS))


def runs_page(runs: QuerySet[ImportRun], *, before: int | None) -> tuple[list[ImportRun], int | None]:
    """One page of imports, the newest first, and where the next page begins. One query."""
    listed = runs.filter(pk__lt=before) if before is not None else runs
    found = list(listed.select_related("unit", "run_by").order_by("-pk")[: RUNS_ON_A_PAGE + 1])
    return found[:RUNS_ON_A_PAGE], found[RUNS_ON_A_PAGE - 1].pk if len(found) > RUNS_ON_A_PAGE else None


def counts_of(run: ImportRun) -> Sequence[TableCount]:
    """The counts per table as they were reported."""
    counted = run.report.get("tables", {})
    return [TableCount(table_name(table), **counted[table]) for table in Table if table in counted]


def rows_page(rows: QuerySet[ImportRow], *, after: int | None) -> tuple[list[RowShown], int | None]:
    """One page of rows in the order they were read, and where the next page begins. One query."""
    listed = rows.filter(pk__gt=after) if after is not None else rows
    found = [_shown(row) for row in listed.order_by("pk")[: ROWS_ON_A_PAGE + 1]]
    return found[:ROWS_ON_A_PAGE], found[ROWS_ON_A_PAGE - 1].pk if len(found) > ROWS_ON_A_PAGE else None


def facts_of(file: File) -> Sequence[FactsShown]:
    """What the returns say of the child beside the file's own records, the latest first. One query."""
    stored = ReturnFact.objects.filter(file=file).order_by("-vintage", "table")
    return [FactsShown(table_name(fact.table), fact.vintage, in_order(fact.facts)) for fact in stored]


def _shown(row: ImportRow) -> RowShown:
    return RowShown(
        pk=row.pk,
        table=table_name(row.table),
        file_name=row.file_name,
        line=row.line,
        fate=row.get_fate_display(),
        code=row.code,
        sentence=sentence_for(row.code, row.details) if row.code else "",
        raw=in_order(row.raw),
    )
