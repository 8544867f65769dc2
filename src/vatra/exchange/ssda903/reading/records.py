"""From text to records: lines, except where a quoted cell runs over several."""

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from vatra.exchange.ssda903.tables import KNOWN_COLUMNS

SEPARATORS = ",;\t|"
MOST_LINES_OF_A_RECORD = 30
"""A quotation mark left open for longer was never meant to be closed."""

_LINE_ENDS = re.compile(r"\r\n|\n|\r")


class Record(NamedTuple):
    """The cells of one record and the number of its first line, counted from 1; a flaw where they are unsure."""

    line: int
    cells: list[str]
    flaw: str = ""


def records(text: str) -> Iterator[Record]:
    """The records that are not blank; the first is usually the names of the columns."""
    lines = _LINE_ENDS.split(text)
    separator = _separator(next((line for line in lines if line.strip()), ""))
    at = 0
    while at < len(lines):
        length = _length(lines, at)
        record = _record(lines[at : at + length], at + 1, separator)
        if record.flaw:
            length = 1
        if record.cells:
            yield record
        at += length


def column_name(cell: str) -> str:
    """The name of a column as the tables know it."""
    return re.sub(r"[\s\-]+", "_", cell.strip("\ufeff").strip().upper())


def _separator(first: str) -> str:
    """The one that makes most known columns of the first line."""

    def known(separator: str) -> int:
        return sum(column_name(cell.strip('"')) in KNOWN_COLUMNS for cell in first.split(separator))

    return max(SEPARATORS, key=known)


def _length(lines: list[str], at: int) -> int:
    """How many lines the record takes: until its quotation marks are in pairs."""
    marks = 0
    for length, line in enumerate(lines[at : at + MOST_LINES_OF_A_RECORD], start=1):
        marks += line.count('"')
        if marks % 2 == 0:
            return length
    return 1


def _record(lines: list[str], line: int, separator: str) -> Record:
    if not any(each.strip() for each in lines):
        return Record(line, [])
    try:
        (cells,) = csv.reader(["\n".join(lines)], delimiter=separator, strict=True)
    except (csv.Error, ValueError):
        return Record(line, [lines[0]], "quote_not_closed")
    return Record(line, cells)
