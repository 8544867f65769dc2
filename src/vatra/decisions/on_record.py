"""Everything written for a question, in one statement: issuing a decision reads it while the question is locked."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import F, Field, Func, QuerySet, Value

from vatra.decisions.models import Option, Question, QuestionChild, Separation, TookPart, Weighing
from vatra.decisions.words import PANEL_APPROVES
from vatra.kernel.read_along import hold, rows_along
from vatra.people.models import Person

_READ = "SELECT decisions_on_record(%s, %s, %s)"
_READ_LOCKED = "SELECT decisions_on_record_locked(%s, %s, %s, %s)"


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


@dataclass(frozen=True)
class Sibling:
    """A brother or sister, the homes they live in or will live in, and whether it is written why two live apart."""

    sibling: Person
    is_in_care: bool
    homes: frozenset[int]
    is_explained: bool


@dataclass(frozen=True)
class HomeThatDay:
    """A home of an option on a day: open, ever agreed for a number of children, and for how many then."""

    id: int
    is_open: bool
    was_agreed: bool
    places: int | None


@dataclass(frozen=True)
class Around:
    """What holds on the day a decision takes effect; siblings by the id of the child, oldest first."""

    siblings: Mapping[int, Sequence[Sibling]]
    homes: Sequence[HomeThatDay]

    @property
    def brothers_and_sisters(self) -> dict[int, list[Person]]:
        """The people alone, by the id of the child."""
        return {child: [each.sibling for each in known] for child, known in self.siblings.items()}


def with_record(questions: QuerySet[Question]) -> QuerySet[Question]:
    """Questions that bring what is written for them along; `record_of` reads it."""
    # The driver makes Python values of JSON; a JSONField would take them for text.
    told = Func(F("pk"), Value(None), Value(None), function="decisions_on_record", output_field=Field())
    return questions.annotate(on_record=told)


def record_of(question: Question) -> OnRecord:
    """What was written for a question from `with_record`."""
    return _read(question.on_record)  # type: ignore[attr-defined]


def on_record(question: Question, *, reader: int | None = None, on: date | None = None) -> OnRecord:
    """What is written now; each child with the roles in which `reader`, the id of a user, reaches its file that day."""
    with connection.cursor() as cursor:
        cursor.execute(_READ, [question.pk, reader, on])
        return _read(*cursor.fetchone())


def on_record_locked(
    question: Question, *, reader: int, on: date, effective_on: date
) -> tuple[OnRecord, Around]:
    """The same once nobody else decides or changes it, until the transaction ends, and what holds around it that day."""
    with connection.cursor() as cursor:
        cursor.execute(_READ_LOCKED, [question.pk, reader, on, effective_on])
        (told,) = cursor.fetchone()
    siblings: dict[int, list[Sibling]] = defaultdict(list)
    for person in rows_along(Person, told["siblings"]):
        siblings[person.sibling_of].append(_sibling(person))  # type: ignore[attr-defined]
    return _read(told["written"]), Around(siblings, [HomeThatDay(**home) for home in told["homes"]])


def _sibling(person: Any) -> Sibling:
    homes = frozenset([*person.lives_in, *person.will_live_in])
    return Sibling(person, bool(person.lives_in), homes, person.is_explained)


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
