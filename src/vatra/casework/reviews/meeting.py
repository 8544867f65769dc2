"""What is told about a review beyond its own row: who was there, causes, goals, decisions asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from vatra.casework.models import Cause, Goal, Invited, Present
from vatra.people.models import Person


@dataclass(frozen=True)
class Somebody:
    """Who comes to a review, and as what: a person the file knows, or a name."""

    part: str
    person: Person | None = None
    name: str | None = None

    @classmethod
    def of(cls, row: Invited | Present) -> "Somebody":
        """Who was written down before."""
        return cls(row.part, row.person, row.name)

    @property
    def key(self) -> int | str:
        """What tells this person from others, whatever they come as."""
        return self.person.pk if self.person else self.called

    @property
    def mark(self) -> str:
        """The value of the box to tick."""
        return f"{self.part}-{self.key}"

    @property
    def called(self) -> str:
        """The name."""
        return self.person.name if self.person else self.name or ""


@dataclass(frozen=True)
class CauseAnswer:
    """Whether a cause is still there, and what has changed."""

    cause: Cause
    now: str
    account: str = ""


@dataclass(frozen=True)
class GoalAnswer:
    """How a goal stands, and what came of it so far."""

    goal: Goal
    now: str
    account: str = ""


@dataclass(frozen=True)
class Meeting:
    """Everything that was told about one review."""

    place: str = ""
    present: Sequence[Somebody] = field(default_factory=tuple)
    causes: Sequence[CauseAnswer] = field(default_factory=tuple)
    goals: Sequence[GoalAnswer] = field(default_factory=tuple)
    asked_for: Sequence[str] = field(default_factory=tuple)
