"""A jurisdiction pack: the law and the practice of a country, as dated values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TypeVar

from vatra.law.packs.tables import (
    Age,
    Allowance,
    Clock,
    Document,
    Event,
    Form,
    Helpline,
    Holiday,
    Identity,
    Institution,
    Status,
    WorkingWeek,
)
from vatra.law.packs.values import Coded, Value

T = TypeVar("T", bound=Coded)


@dataclass(frozen=True)
class Pack:
    """Everything a pack says; `on(day)` leaves only what holds on a day."""

    code: str
    identity: Identity
    working_weeks: Sequence[WorkingWeek]
    holidays: Sequence[Holiday]
    institutions: Sequence[Institution]
    forms: Sequence[Form]
    statuses: Sequence[Status]
    path: Sequence[Event]
    clocks: Sequence[Clock]
    ages: Sequence[Age]
    documents: Sequence[Document]
    allowances: Sequence[Allowance]
    helplines: Sequence[Helpline]

    def on(self, day: date) -> "Pack":
        """The pack with only those values that hold on a day."""
        kept = {name: [value for value in values if value.holds_on(day)] for name, values in self.values()}
        return replace(self, **kept)  # type: ignore[arg-type]

    def values(self) -> Iterator[tuple[str, Sequence[Value]]]:
        """Each kind of value by its name."""
        for field in fields(self):
            if field.name not in {"code", "identity"}:
                yield field.name, getattr(self, field.name)

    def age(self, code: str) -> Age | None:
        """The age of this name, in a pack as it holds on a day."""
        return _first(self.ages, code)

    def status(self, code: str) -> Status | None:
        """The legal status of this code."""
        return _first(self.statuses, code)

    def institution(self, code: str) -> Institution | None:
        """The institution of this code."""
        return _first(self.institutions, code)

    def event(self, code: str) -> Event | None:
        """The event of the legal path of this code."""
        return _first(self.path, code)

    def form(self, code: str) -> Form | None:
        """The form of care of this code, as this law calls it."""
        return _first(self.forms, code)

    def document(self, code: str) -> Document | None:
        """The document of this code."""
        return _first(self.documents, code)


def _first(values: Sequence[T], code: str) -> T | None:
    return next((value for value in values if value.code == code), None)
