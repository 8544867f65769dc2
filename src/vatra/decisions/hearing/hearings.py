"""The hearing of each child of a question, read for its pages and for the acts that move it on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from vatra.decisions.hearing.states import HearingFacts, HearingState, state_of_hearing
from vatra.decisions.hearing.steps import StepTaken, steps_of
from vatra.decisions.models import (
    Decision,
    Drawing,
    FeltHeard,
    NotTold,
    Outcome,
    Question,
    QuestionChild,
    Telling,
)
from vatra.decisions.queries import children_in
from vatra.kernel.clock import local_day
from vatra.kernel.read_along import along, rows_along

_IN_FORCE = {"decision__superseded_by__isnull": True, "decision__withdrawal__isnull": True}


@dataclass(frozen=True)
class Hearing:
    """One child of a question with everything the child was asked, drew, and was told."""

    child: QuestionChild
    drawings: Sequence[Drawing]
    outcome: Outcome | None

    @property
    def facts(self) -> HearingFacts:
        """The dated facts its state is derived from."""
        return facts_of(self.child, self.outcome)

    @property
    def state(self) -> HearingState:
        """How far it has come."""
        return state_of_hearing(self.facts)

    @property
    def is_settled(self) -> bool:
        """Whether the child was told, or two people have said why not."""
        return self.state in {HearingState.TOLD, HearingState.NOT_TOLD}

    @property
    def steps(self) -> list[StepTaken]:
        """Its five steps."""
        return steps_of(self.facts)

    @property
    def telling(self) -> Telling | None:
        """How the child was told of the decision in force."""
        return getattr(self.outcome, "telling", None)

    @property
    def not_told(self) -> NotTold | None:
        """Why the child could not be told of it."""
        return getattr(self.outcome, "not_told", None)

    @property
    def felt_heard(self) -> FeltHeard | None:
        """What the child said when asked whether it felt heard."""
        return getattr(self.child, "felt_heard", None)


def facts_of(child: QuestionChild, outcome: Outcome | None) -> HearingFacts:
    """The facts of one child; `outcome` is what the decision in force says for it, if there is one."""
    telling, not_told = getattr(outcome, "telling", None), getattr(outcome, "not_told", None)
    return HearingFacts(
        prepared_on=child.prepared_on,
        heard_on=child.heard_on,
        could_not_be_heard=child.not_heard_reason is not None,
        is_weighed=bool(child.taken_up.strip()),
        decided_on=local_day(outcome.decision.issued_at) if outcome else None,
        told_on=telling.told_on if telling else None,
        not_told_said_on=not_told.said_on if not_told else None,
        not_told_confirmed_on=not_told.confirmed_on if not_told else None,
    )


def decision_in_force(question: Question) -> Decision | None:
    """The decision that answers the question today."""
    return (
        question.decisions.filter(superseded_by__isnull=True, withdrawal__isnull=True)
        .defer("document")
        .first()
    )


@cache
def _beside() -> dict[str, ArraySubquery]:
    """What is read with each child: its drawings, and what the decision in force says with how it was told."""
    drawings = Drawing.objects.filter(child=OuterRef("pk")).order_by("pk")
    outcomes = Outcome.objects.filter(
        decision__question=OuterRef("question"), file=OuterRef("file"), **_IN_FORCE
    )
    told = ("decision", "telling__told_by", "not_told__said_by", "not_told__confirmed_by")
    return {
        "drawn": along(drawings, without=("picture",)),
        "in_force": along(outcomes, *told, without=("decision__document",)),
    }


def hearings_of(question: Question) -> list[Hearing]:
    """The hearings of its children; one query."""
    return [_hearing(child) for child in children_in(question).annotate(**_beside())]


def _hearing(child: Any) -> Hearing:
    outcome = next(iter(rows_along(Outcome, child.in_force)), None)
    return Hearing(child, rows_along(Drawing, child.drawn), outcome)


def hearing_of(outcome: Outcome) -> Hearing:
    """The hearing of the child a decision was made about."""
    child = QuestionChild.objects.select_related("file__child", "question").get(
        question=outcome.decision.question_id, file=outcome.file_id
    )
    return Hearing(child, [], outcome)
