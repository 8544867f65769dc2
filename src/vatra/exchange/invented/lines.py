"""A row of a table as a line that COPY reads: what is said of it, and the usual for the rest.

Invented sentences have no tabs and no line ends; COPY would refuse the row.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from operator import itemgetter
from typing import Any

from django.db import models
from psycopg import sql

from vatra.kernel.copying import NULL, escaped

Model = type[models.Model]


class Pattern:
    """A line of which some columns are still to be filled."""

    def __init__(self, line: str, said: Iterable[str]) -> None:
        self._line = line
        self._said = itemgetter(*said)
        self._backslashes = line.count("\\")

    def filled(self, values: Mapping[str, Any]) -> str:
        """The line with these values; few hold nothing or a backslash, so it is looked for afterwards."""
        said = self._said(values)
        line: str = self._line % said
        if "None" in line or line.count("\\") != self._backslashes:
            return self._line % tuple(map(_copied, said))
        return line


@cache
def pattern(model: Model, said: tuple[str, ...]) -> Pattern:
    """The line of a row of which these columns are said."""
    usual = _usual(model)
    if unknown := set(said).difference(usual):
        raise ValueError(f"{model.__name__} has no {unknown}.")
    if missing := {name for name, value in usual.items() if value is ...}.difference(said):
        raise ValueError(f"{model.__name__} needs {missing}.")
    columns = ("%s" if name in said else _literal(value) for name, value in usual.items())
    return Pattern("\t".join(columns) + "\n", (name for name in usual if name in said))


def statement(model: Model) -> sql.Composed:
    """The statement that reads such lines."""
    columns = sql.SQL(", ").join(map(sql.Identifier, _usual(model)))
    return sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(model._meta.db_table), columns)


@cache
def _usual(model: Model) -> dict[str, object]:
    """What each column holds when nothing else is said; `...` where something has to be said."""
    return {str(field.column): _default(field) for field in model._meta.concrete_fields}


def _default(field: Any) -> object:
    """An empty list or mapping is written the same way."""
    if field.has_default():
        return "{}" if callable(field.default) else field.default
    if field.null:
        return None
    return "" if field.empty_strings_allowed and field.blank else ...


def _literal(value: object) -> str:
    return str(_copied(value)).replace("%", "%%")


def _copied(value: object) -> object:
    if value is None:
        return NULL
    return escaped(value) if isinstance(value, str) else value
