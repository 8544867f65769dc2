"""Everything written for a question, in one statement: issuing a decision reads it while the question is locked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from vatra.decisions.models import Option, Question, QuestionChild, Separation, TookPart, Weighing
from vatra.decisions.words import PANEL_APPROVES
from vatra.kernel.read_along import hold, rows_along

_READ = "SELECT decisions_on_record(%s, %s, %s)"
_READ_LOCKED = "SELECT decisions_on_record_locked(%s, %s, %s)"


@dataclass(frozen=True)
class OnRecord:
    """A question with its children, options, those who took part, reasons for parting, the panel; is it decided?"""

    question: Question
    options: Sequence[Option]
    children: Sequence[QuestionChild]
    participants: Sequence[TookPart]
    separations: Sequence[Separation]
    panel_met: bool
    panel_approved: bool
    is_decided: bool


def on_record(question: Question, *, reader: int | None = None, on: date | None = None) -> OnRecord:
    """What is written now; each child with the roles in which `reader`, the id of a user, reaches its file that day."""
    with connection.cursor() as cursor:
        cursor.execute(_READ, [question.pk, reader, on])
        return _read(*cursor.fetchone())


def on_record_locked(question: Question, *, reader: int, on: date) -> OnRecord:
    """The same once nobody else decides or changes it, until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(_READ_LOCKED, [question.pk, reader, on])
        return _read(*cursor.fetchone())


def _read(told: Mapping[str, Any]) -> OnRecord:
    (question,) = rows_along(Question, [told["question"]])
    options = rows_along(Option, told["options"])
    for option in options:
        hold(option, "weighings", rows_along(Weighing, option.weighed))  # type: ignore[attr-defined]
    children: list[Any] = rows_along(QuestionChild, told["children"])
    for child in children:
        child.assessed_on = child.assessed and date.fromisoformat(child.assessed)
    return OnRecord(
        question=question,
        options=options,
        children=children,
        participants=rows_along(TookPart, told["participants"]),
        separations=rows_along(Separation, told["separations"]),
        panel_met=bool(told["panel_said"]),
        panel_approved=bool(told["panel_said"]) and told["panel_said"][-1] in PANEL_APPROVES,
        is_decided=told["is_decided"],
    )
