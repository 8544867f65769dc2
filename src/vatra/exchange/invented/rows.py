"""Rows on their way into the database: gathered per table, written by COPY."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any

from django.db import connection, models
from psycopg import sql


@cache
def _usual(model: type[models.Model]) -> dict[str, Any]:
    """What each column holds when nothing else is said; a column without a usual value has to be said."""
    return {str(field.column): _default(field) for field in model._meta.concrete_fields}


def _default(field: Any) -> object:
    """An empty list or mapping is written the same way; what has to be said and was not cannot be written at all."""
    if field.has_default():
        return "{}" if callable(field.default) else field.default
    if field.null:
        return None
    return "" if field.empty_strings_allowed and field.blank else ...


@dataclass(frozen=True)
class Block:
    """The numbers set aside for one table: from the first, so many."""

    first: int
    size: int


class Rows:
    """The rows of one team's caseload, in the order of their numbers."""

    def __init__(self, blocks: dict[type[models.Model], Block]) -> None:
        self._blocks = blocks
        self._numbers = {model: count(block.first) for model, block in blocks.items()}
        self._rows: dict[type[models.Model], list[tuple[Any, ...]]] = {model: [] for model in blocks}

    def add(self, model: type[models.Model], **values: Any) -> int:
        """One more row; its number."""
        number: int = next(self._numbers[model])
        values["id"] = number
        self._keep(model, values)
        return number

    def add_keyed(self, model: type[models.Model], **values: Any) -> None:
        """One more row that brings its own key."""
        self._keep(model, values)

    def _keep(self, model: type[models.Model], values: dict[str, Any]) -> None:
        usual = _usual(model)
        row = usual | values
        if len(row) != len(usual):
            raise ValueError(f"{model.__name__} has no {set(row) - set(usual)}.")
        self._rows[model].append(tuple(row.values()))

    def counts(self) -> dict[str, int]:
        """How many rows each table has got."""
        return {model._meta.db_table: len(rows) for model, rows in self._rows.items()}

    def write(self) -> None:
        """Copy every table, in the order in which they lean on each other."""
        for model, rows in self._rows.items():
            block = self._blocks[model]
            if block.size and len(rows) > block.size:
                raise ValueError(f"More rows of {model.__name__} than numbers were set aside: {len(rows)}.")
            copy_rows(model, rows)


def copy_rows(model: type[models.Model], rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows whose values stand in the order of the table's columns."""
    columns = sql.SQL(", ").join(sql.Identifier(name) for name in _usual(model))
    table = sql.Identifier(model._meta.db_table)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(table, columns)
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def serial_of(model: type[models.Model]) -> str:
    """The sequence that numbers a table; nothing for a table whose rows bring their own key."""
    with connection.cursor() as cursor:
        key = model._meta.pk.column
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [model._meta.db_table, key])
        return cursor.fetchone()[0] or ""


def set_aside(sequence: str, size: int) -> int:
    """The first of so many numbers drawn in one piece; who draws in between makes us draw again."""
    if not (sequence and size):
        return 0
    with connection.cursor() as cursor:
        while True:
            cursor.execute(
                "SELECT min(number), max(number) FROM"
                " (SELECT nextval(%s) AS number FROM generate_series(1, %s)) AS drawn",
                [sequence, size],
            )
            first, last = cursor.fetchone()
            if last - first + 1 == size:
                return int(first)
