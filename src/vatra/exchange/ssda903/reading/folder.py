"""From a folder to rows: each file is recognised by its columns, and nothing in the folder is passed over."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from vatra.exchange.ssda903.reading.encoding import decoded
from vatra.exchange.ssda903.reading.records import Record, column_name, records
from vatra.exchange.ssda903.rows import Row
from vatra.exchange.ssda903.tables import AUTHORITY, NEEDED_COLUMNS, Table, recognised

TEXT_FILES = (".csv", ".txt", ".tsv")
LONGEST_FILE_NAME = 200


def rows_in(folder: Path, authority: str = "") -> Iterator[Row]:
    """Every row of every file, in the order of the names; `authority` stands where a row names none."""
    for file in _files(folder):
        yield from _rows_of_file(file, authority)


def has_returns(folder: Path) -> bool:
    """Whether some file of the folder holds rows of a return."""
    return any(row.table is not Table.OTHER for row in rows_in(folder))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))


def _rows_of_file(file: Path, authority: str) -> Iterator[Row]:
    name = file.name[-LONGEST_FILE_NAME:]
    if file.suffix.lower() not in TEXT_FILES:
        yield _about_file(name, "not_a_table")
        return
    try:
        text = decoded(file.read_bytes())
    except OSError:
        yield _about_file(name, "unreadable_file")
        return
    yield from rows_of_text(text, name, authority)


def rows_of_text(text: str, name: str, authority: str = "") -> Iterator[Row]:
    """The rows of one file."""
    found = records(text)
    first = next(found, None)
    if first is None:
        yield _about_file(name, "empty_file")
        return
    columns = _columns(first.cells)
    table = Table.OTHER if first.flaw else recognised(columns)
    missing = next((each for each in NEEDED_COLUMNS.get(table, ()) if each not in columns), "")
    if table is Table.OTHER:
        yield _row(Table.OTHER, name, first, columns, "table_unknown")
    for record in found:
        row = _row(table, name, record, columns, f"column_missing:{missing}" if missing else "")
        row.authority = (row.value(AUTHORITY) or authority)[:80]
        yield row


def _row(table: Table, name: str, record: Record, columns: Sequence[str], flaw: str) -> Row:
    names = [*columns, *(f"({number})" for number in range(len(columns) + 1, len(record.cells) + 1))]
    raw = dict(zip(names, record.cells, strict=False))
    unsure = record.flaw or _misfit(record.cells, columns)
    if table is Table.OTHER:
        flaw = "table_unknown"
    return Row(table, name, record.line, {"(1)": record.cells[0]} if record.flaw else raw, unsure or flaw)


def _misfit(cells: Sequence[str], columns: Sequence[str]) -> str:
    if not any(cell.strip() for cell in cells):
        return "row_empty"
    if len(cells) < len(columns):
        return "too_few_cells"
    return "too_many_cells" if any(cell.strip() for cell in cells[len(columns) :]) else ""


def _columns(cells: Sequence[str]) -> list[str]:
    """Their names; a second column of the same name gets a number, so that neither hides the other."""
    seen: Counter[str] = Counter()
    names = []
    for place, cell in enumerate(cells, start=1):
        name = column_name(cell) or f"({place})"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def _about_file(name: str, flaw: str) -> Row:
    """What is said of a whole file is said as its line 0."""
    return Row(Table.OTHER, name, 0, {}, flaw)
