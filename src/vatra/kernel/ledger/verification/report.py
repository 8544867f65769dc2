from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Progress: TypeAlias = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """The first thing of its kind that does not fit: an event, a chain, a checkpoint, a change or a row."""

    kind: str
    which: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Report:
    """How much was checked, and what was found wrong; nothing found means that nothing was changed."""

    events: int
    chains: int
    row_changes: int
    rows: int
    checkpoints: int
    findings: list[Finding]

    @property
    def is_sound(self) -> bool:
        return not self.findings
