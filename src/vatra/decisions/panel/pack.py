"""The pack of the panel: everything the decision would rest on, to be read and not changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from vatra.casework.models import Assessment, Support
from vatra.casework.words.assessment import SupportKind, SupportResult
from vatra.casework.words.worry import CauseKind
from vatra.decisions.doors import Asked
from vatra.decisions.models import Option, Question, QuestionChild, Separation, TookPart
from vatra.decisions.panel.page import Panel, panel_of
from vatra.decisions.queries import options_of
from vatra.decisions.weighing.table import side_by_side
from vatra.kernel.links import SideBySide
from vatra.kernel.sentence import Sentence
from vatra.people.age import age_in_words

_TRIED = (
    Support.objects.filter(file=OuterRef("file"))
    .order_by("first_day", "pk")
    .values(json=JSONObject(kind="kind", given_by="given_by", result="result", account="account"))
)
_ASSESSED = (
    Assessment.objects.filter(file=OuterRef("file"), corrected_by__isnull=True)
    .order_by("-made_on", "-pk")
    .values(json=JSONObject(made_on="made_on", conclusion="conclusion", child_view="child_view"))
)


@dataclass(frozen=True)
class Tried:
    """Support that was tried with the family, and what came of it."""

    kind: Sentence
    given_by: str
    result: Sentence
    account: str


@dataclass(frozen=True)
class Assessed:
    """What the last assessment concludes."""

    made_on: date
    conclusion: str
    child_view: str


@dataclass(frozen=True)
class ChildInPack:
    """One child of the question, with what was tried and what the last assessment concludes."""

    row: QuestionChild
    age: str
    causes: Sequence[Sentence]
    supports: Sequence[Tried]
    assessment: Assessed | None


@dataclass(frozen=True)
class Pack:
    """What a member reads before voting; `panel` holds what was said at earlier meetings."""

    children: Sequence[ChildInPack]
    options: Sequence[Option]
    table: SideBySide
    participants: Sequence[TookPart]
    separations: Sequence[Separation]
    panel: Panel


def pack_of(asked: Asked) -> Pack:
    """The pack as it stands; three queries for any number of children and options."""
    question = asked.question
    options = options_of(question)
    return Pack(
        children=_children(question, on=asked.entered.by.today),
        options=options,
        table=side_by_side(question.kind, options),
        participants=asked.written.participants,
        separations=asked.written.separations,
        panel=panel_of(asked),
    )


def _children(question: Question, *, on: date) -> list[ChildInPack]:
    rows = question.children.select_related("file__child").annotate(
        tried=ArraySubquery(_TRIED), assessed=ArraySubquery(_ASSESSED[:1])
    )
    return [
        ChildInPack(
            row=row,
            age=age_in_words(row.file.child.birth, on),
            causes=[CauseKind(cause).label for cause in row.causes],
            supports=[_tried(each) for each in row.tried],
            assessment=next((_assessed(each) for each in row.assessed), None),
        )
        for row in rows.order_by("pk")
    ]


def _tried(row: dict[str, Any]) -> Tried:
    result = SupportResult(row["result"]).label if row["result"] else ""
    return Tried(SupportKind(row["kind"]).label, row["given_by"], result, row["account"])


def _assessed(row: dict[str, Any]) -> Assessed:
    return Assessed(date.fromisoformat(row["made_on"]), row["conclusion"], row["child_view"])
