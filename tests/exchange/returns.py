"""Tiny invented returns, written where a test wants them."""

import csv
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

from vatra.access.models import Unit
from vatra.exchange.ssda903.report import Report
from vatra.exchange.ssda903.rows import Row
from vatra.exchange.ssda903.tables import AUTHORITY, OWN_COLUMNS, YEAR, Table
from vatra.exchange.ssda903.writing.importing import import_return
from vatra.kernel.ledger import Actor

IMPORT_DAY = date(2024, 5, 6)
NOBODY = Actor(None, "", datetime(2024, 5, 6, 9, tzinfo=UTC))

EPISODE = {
    "CHILD": "101",
    "DECOM": "10/05/2017",
    "RNE": "S",
    "LS": "V2",
    "CIN": "N5",
    "PLACE": "U6",
    "PLACE_PROVIDER": "PR1",
    "DEC": "",
    "REC": "",
    "REASON_PLACE_CHANGE": "",
    "HOME_POST": "AB1 0JD",
    "PL_POST": "AB1 0CD",
    "URN": "1234567",
}
HEADER = {
    "CHILD": "101",
    "SEX": "2",
    "DOB": "01/02/2010",
    "ETHNIC": "WBRI",
    "UPN": "A123456789012",
    "MOTHER": "",
    "MC_DOB": "",
}


def an_episode(start: str, end: str = "", **cells: str) -> dict[str, str]:
    """An episode of child 101 in a foster home, from a day to a day."""
    return EPISODE | {"DECOM": start, "DEC": end} | cells


def a_header(**cells: str) -> dict[str, str]:
    """The header row of child 101, a girl born in 2010."""
    return HEADER | cells


def as_csv(rows: Iterable[Mapping[str, str]], separator: str = ",") -> str:
    """The text of a file with these rows."""
    rows = list(rows)
    text = StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=separator, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def a_file(folder: Path, name: str, *rows: Mapping[str, str]) -> Path:
    """A file of the return; returns its folder."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(as_csv(rows), encoding="utf-8")
    return folder


def a_row(table: Table, vintage: date = date(2018, 3, 31), **cells: str) -> Row:
    """A row as it was read, of the return up to March 2018 unless said otherwise."""
    blank = dict.fromkeys(("CHILD", "DOB", *OWN_COLUMNS[table]), "")
    return Row(table, "return.csv", 2, blank | {"CHILD": "101"} | cells, vintage=vintage)


def a_unit() -> Unit:
    """The unit that gets the files."""
    unit = Unit(name="Import", kind="team", first_day=date(2020, 1, 1))
    unit.save()
    return unit


def imported(folder: Path, unit: Unit | None = None, by: Actor = NOBODY, authority: str = "") -> Report:
    """The report of importing a folder."""
    return import_return(
        folder=folder, unit=unit or Unit.objects.first() or a_unit(), by=by, authority=authority
    )


def codes(report: Report) -> list[str]:
    """Why rows were set aside, in their order."""
    return [str(row["code"]) for row in report.set_aside]


def of_year(row: Mapping[str, str], year: str, authority: str = "") -> dict[str, str]:
    """The row with the authority and the year of its return."""
    return {**row, AUTHORITY: authority, YEAR: year}
