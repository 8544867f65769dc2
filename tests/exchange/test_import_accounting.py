"""Whatever comes in, no row is lost and nothing stops the rest: read = used + merged + set aside."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.returns import a_unit, as_csv, imported
from vatra.exchange.models import ImportRow
from vatra.exchange.ssda903.report import Report
from vatra.exchange.ssda903.tables import NEEDED_COLUMNS, OWN_COLUMNS, Table

TABLES = sorted(OWN_COLUMNS)
DAYS = [
    "10/05/2017",
    "2017-05-10",
    "01/08/2017",
    "31/02/2018",
    "29/02/2016",
    "01/04/2018",
    "zz/05/2017",
    "1/1/0001",
    "",
]
VALUES = {
    "CHILD": ["1", "2", " 2", "", "x" * 41],
    "SEX": ["1", "2", "9", ""],
    "RNE": ["S", "P", "L", "T", "?"],
    "LS": ["C1", "C2", "V2", ""],
    "CIN": ["N1", "N8", ""],
    "PLACE": ["U4", "U1", "T1", "K2", "P1", "Q9"],
    "REC": ["X1", "E2", "E4A", "E99", ""],
    "PL_POST": ["A1 1AA", ""],
    "REVIEW_CODE": ["PN1", "PN7", "PN9"],
    "MISSING": ["M", "A"],
    "LA": ["", "Southwark"],
    "YEAR": ["2016", "2017", "abc", ""],
    "UPN": ["A123456789012", "UN1"],
}
DAY_COLUMNS = {"DOB", "DECOM", "DEC", "REVIEW", "MIS_START", "MIS_END", "DUC", "DATE_PERM"}
ANYTHING = st.text(max_size=8)


@st.composite
def a_table(draw: st.DrawFn) -> tuple[Table, list[dict[str, str]]]:
    """Rows of one table, some of them strange."""
    table = draw(st.sampled_from(TABLES))
    columns = ["CHILD", "DOB", *sorted(OWN_COLUMNS[table]), "LA", "YEAR"]
    columns = [each for each in columns if each in NEEDED_COLUMNS[table] or draw(st.integers(0, 9))]
    cell = {column: draw_from(column) for column in columns}
    return table, draw(st.lists(st.fixed_dictionaries(cell), max_size=12))


def draw_from(column: str) -> st.SearchStrategy[str]:
    """Mostly what the column may hold, sometimes anything."""
    usual = st.sampled_from(DAYS if column in DAY_COLUMNS else VALUES.get(column, ["", "1"]))
    return st.one_of(usual, usual, usual, usual, ANYTHING)


def _written(
    folder: Path, tables: Sequence[tuple[Table, Sequence[Mapping[str, str]]]], scar: bytes, at: int
) -> None:
    for number, (table, rows) in enumerate(tables):
        content = as_csv(rows).encode("utf-8", "replace") if rows else b""
        cut = at % (len(content) + 1)
        (folder / f"{number}-{table}.csv").write_bytes(content[:cut] + scar + content[cut:])


def _add_up(report: Report) -> None:
    rows = ImportRow.objects.filter(run=report.run)
    for table, counts in report.tables.items():
        assert counts["read"] == counts["used"] + counts["merged"] + counts["set_aside"]
        assert counts["read"] == rows.filter(table=table).count()
    assert sum(counts["read"] for counts in report.tables.values()) == rows.count()
    assert len(report.set_aside) == sum(counts["set_aside"] for counts in report.tables.values())
    assert not rows.filter(code="not_understood").exists()


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    tables=st.lists(a_table(), min_size=1, max_size=4),
    scar=st.sampled_from([b"", b"", b"", b'"', b"\x00", b"\xff\xfe", b"\n", b",,,"]),
    at=st.integers(0, 5000),
)
def test_a_mangled_return_loses_no_row_and_stops_nothing(
    tables: list[tuple[Table, list[dict[str, str]]]], scar: bytes, at: int
) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        _written(folder, tables, scar, at)
        with transaction.atomic():
            unit = a_unit()
            first, second = imported(folder, unit), imported(folder, unit)
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            _add_up(first)
            _add_up(second)
            assert (second.new, [counts["used"] for counts in second.tables.values() if counts["used"]]) == (
                0,
                [],
            )
            transaction.set_rollback(True)
    finally:
        shutil.rmtree(folder)
