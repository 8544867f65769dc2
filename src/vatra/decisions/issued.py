"""An issued decision with everything that hangs on it, as its page shows it: one statement."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet

from vatra.casework.models import File
from vatra.decisions.doors import Asked
from vatra.decisions.models import Appeal, Decision, IssuedDocument, Outcome
from vatra.kernel.duty import Duty
from vatra.kernel.read_along import along, hold, rows_along
from vatra.law.duty_titles import DutyTitle

RULES_OF_A_DECISION = (DutyTitle.FULL_DECISION, DutyTitle.DECIDED_ANEW)


@dataclass(frozen=True)
class Issued:
    """The decision, what it says for each child with the documents made of it, appeals, and the duties it started."""

    decision: Decision
    outcomes: list[Outcome]
    appeals: list[Appeal]
    duties: list[Duty]


def issued_decision(pk: int, asked: Asked) -> Issued:
    """Read for somebody who came through the door."""
    beside = Decision.objects.select_related("issued_by", "supersedes", "superseded_by", "withdrawal")
    annotated: QuerySet[Any] = beside.defer("supersedes__document", "superseded_by__document").annotate(
        **_said_and_appealed(), started=along(_duties(pk, asked))
    )
    decision = annotated.get(pk=pk)
    outcomes = rows_along(Outcome, decision.said)
    for outcome in outcomes:
        hold(outcome, "documents", rows_along(IssuedDocument, outcome.papers))  # type: ignore[attr-defined]
    return Issued(
        decision, outcomes, rows_along(Appeal, decision.appealed), rows_along(Duty, decision.started)
    )


@cache
def _said_and_appealed() -> dict[str, ArraySubquery]:
    appeals = Appeal.objects.filter(decision=OuterRef("pk")).order_by("lodged_on", "pk")
    return {"said": along(_outcomes(), "file__child", "option", "home"), "appealed": along(appeals)}


def _outcomes() -> QuerySet[Outcome]:
    """What is said for each child, whether it was carried out, and whether the child lives away from the family."""
    lives_in = File.objects.filter(
        pk=OuterRef("file"), placements__isnull=False, placements__last_day__isnull=True
    )
    documents = IssuedDocument.objects.filter(outcome=OuterRef("pk")).order_by("-made_at", "-pk")
    return (
        Outcome.objects.filter(decision=OuterRef("pk"))
        .annotate(
            was_placed=Exists(Outcome.objects.filter(pk=OuterRef("pk"), placements__isnull=False)),
            lives_elsewhere=Exists(lives_in),
            papers=along(documents, "made_by", without=("pdf",)),
        )
        .order_by("pk")
    )


def _duties(pk: int, asked: Asked) -> QuerySet[Duty]:
    """What this decision itself started and nothing has settled, with the rule behind it."""
    duties = Duty.objects.open_on(asked.entered.by.today).filter(
        chain__in=[entered.file.key for entered in asked.files],
        rule__in=RULES_OF_A_DECISION,
        ref=str(pk),
    )
    return duties.with_rules().order_by("due_on", "pk")
