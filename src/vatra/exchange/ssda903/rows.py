"""Rows of a return as they came, and what becomes of each: used, merged with another, or set aside."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2s
from typing import NamedTuple

from vatra.exchange.models import Fate
from vatra.exchange.ssda903.tables import AUTHORITY, CHILD, YEAR, Table

LONGEST_VALUE_TOLD = 60


class ChildKey(NamedTuple):
    """A child's number is unique within one authority."""

    authority: str
    number: str


@dataclass(eq=False, slots=True)
class Row:
    """One row as it came; `vintage` is the last day of the return it came in, `is_known` that an earlier run read it."""

    table: Table
    file: str
    line: int
    raw: dict[str, str]
    flaw: str = ""
    vintage: date = date.min
    authority: str = ""
    is_known: bool = False
    _digest: str = field(default="", repr=False)

    def value(self, column: str) -> str:
        """The cell without spaces around it; a column that is not there is empty."""
        return self.raw.get(column, "").strip()

    def code(self, column: str) -> str:
        """The cell as a code."""
        return self.value(column).upper()

    @property
    def year(self) -> str:
        """The year as the row itself gives it."""
        return self.value(YEAR)

    @property
    def child(self) -> ChildKey:
        """Whom the row is about."""
        return ChildKey(self.authority, self.value(CHILD))

    @property
    def digest(self) -> str:
        """The same for the same row of the same return of the same authority; asked for once the vintage is known."""
        if not self._digest:
            self._digest = self._digested()
        return self._digest

    def _digested(self) -> str:
        content = [self.table, self.vintage.isoformat(), self.authority, self.flaw, sorted(self.raw.items())]
        if self.table is Table.OTHER:
            content.append(self.file)
        return blake2s(json.dumps(content).encode(), digest_size=16).hexdigest()

    def says_the_same_as(self, other: "Row") -> bool:
        """Whether both say the same of the child, whichever return they came in."""
        return _content(self) == _content(other)


def _content(row: Row) -> dict[str, str]:
    return {
        name: value.strip()
        for name, value in row.raw.items()
        if value.strip() and name not in (YEAR, AUTHORITY)
    }


class Told(NamedTuple):
    """What became of a row, and why."""

    fate: Fate
    code: str = ""
    details: Mapping[str, object] = {}


@dataclass
class Fates:
    """What became of each row; the first word on a row stands."""

    told: dict[Row, Told] = field(default_factory=dict)

    def use(self, *rows: Row) -> None:
        """The rows' facts are now in our own records."""
        for row in rows:
            self.told.setdefault(row, Told(Fate.USED))

    def merge(self, row: Row, code: str, into: Row) -> None:
        """Another row says what this one says, or takes its place."""
        self.told.setdefault(row, Told(Fate.MERGED, code, {"line": into.line, "file": into.file}))

    def merge_with_import(self, row: Row, code: str, run: int) -> None:
        """An earlier import dealt with the row."""
        self.told[row] = Told(Fate.MERGED, code, {"run": run})

    def set_aside(self, row: Row, code: str, **details: object) -> None:
        """Somebody must look: the row is kept as it came."""
        short = {name: _short(value) for name, value in details.items()}
        self.told.setdefault(row, Told(Fate.SET_ASIDE, code, short))

    def set_aside_for(self, row: Row, code: str, other: Row) -> None:
        """The row contradicts another one."""
        self.set_aside(row, code, line=other.line, file=other.file)

    def of(self, row: Row) -> Told:
        """What became of the row."""
        return self.told.get(row, Told(Fate.SET_ASIDE, "not_understood"))

    def is_used(self, row: Row) -> bool:
        """Whether the row's facts are in our records."""
        return self.of(row).fate == Fate.USED

    def untold(self, rows: Iterable[Row]) -> list[Row]:
        """Rows of which nothing is said yet."""
        return [row for row in rows if row not in self.told]


def _short(value: object) -> object:
    return (
        value[:LONGEST_VALUE_TOLD]
        if isinstance(value, str)
        else str(value)
        if isinstance(value, date)
        else value
    )
