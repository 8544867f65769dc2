"""What shared page components are given: plain values, so that a template never asks a database."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Link:
    """A place to go, as a navigation shows it; `note` is a short figure beside it, such as what is due."""

    text: Any
    url: str
    is_current: bool = False
    note: str = ""


@dataclass(frozen=True)
class SideBySide:
    """Options compared on the same factors: a column per option, a row per factor, `chosen` from 0."""

    caption: Any
    heads: Sequence[Any]
    rows: Sequence[tuple[Any, Sequence[Any]]]
    chosen: int | None = None

    def __post_init__(self) -> None:
        """A row that answers for fewer options than there are would shift every answer after the gap."""
        for factor, cells in self.rows:
            if len(cells) != len(self.heads):
                raise ValueError(f"{factor!r} has {len(cells)} answers for {len(self.heads)} options")

    @property
    def columns(self) -> list[tuple[Any, bool]]:
        """Every option with whether it is the chosen one."""
        return [(head, index == self.chosen) for index, head in enumerate(self.heads)]

    @property
    def lines(self) -> list[tuple[Any, list[tuple[Any, Any, bool]]]]:
        """Every factor with its cells, each cell beside its option's name (a phone stacks them)."""
        return [
            (factor, [(head, cell, chosen) for (head, chosen), cell in zip(self.columns, cells, strict=True)])
            for factor, cells in self.rows
        ]
