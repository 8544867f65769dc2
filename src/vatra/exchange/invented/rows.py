"""Rows on their way into the database: gathered per table, written by COPY."""

from dataclasses import dataclass
from itertools import count
from typing import Any

from django.db import connection, models

from vatra.exchange.invented.lines import pattern, statement
from vatra.kernel.copying import copy_lines


@dataclass(frozen=True)
class Block:
    """The numbers set aside for one table: from the first, so many."""

    first: int
    size: int


class _Table:
    """The rows of one table, and the numbers left for it."""

    def __init__(self, model: type[models.Model], block: Block) -> None:
        self.model = model
        self.block = block
        self.numbers = count(block.first)
        self.lines: list[str] = []

    def keep(self, values: dict[str, Any]) -> None:
        """One more row; of what is not said the usual."""
        self.lines.append(pattern(self.model, tuple(values)).filled(values))

    def write(self) -> None:
        """Copy all of them."""
        if self.block.size and len(self.lines) > self.block.size:
            raise ValueError(
                f"More rows of {self.model.__name__} than numbers were set aside: {len(self.lines)}."
            )
        copy_lines(statement(self.model), self.lines)


class Rows:
    """The rows of one team's caseload, in the order of their numbers."""

    def __init__(self, blocks: dict[type[models.Model], Block]) -> None:
        self._tables = {model: _Table(model, block) for model, block in blocks.items()}

    def add(self, model: type[models.Model], **values: Any) -> int:
        """One more row; its number."""
        table = self._tables[model]
        values["id"] = number = next(table.numbers)
        table.keep(values)
        return number

    def add_keyed(self, model: type[models.Model], **values: Any) -> None:
        """One more row that brings its own key."""
        self._tables[model].keep(values)

    def counts(self) -> dict[str, int]:
        """How many rows each table has got."""
        return {model._meta.db_table: len(table.lines) for model, table in self._tables.items()}

    def write(self) -> None:
        """Copy every table, in the order in which they lean on each other."""
        for table in self._tables.values():
            table.write()


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
