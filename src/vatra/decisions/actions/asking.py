"""Asking a question, and withdrawing it."""

from collections.abc import Mapping, Sequence
from datetime import date

from vatra.access.models import Unit
from vatra.casework.models import DecisionAskedFor, File
from vatra.decisions.models import Question, QuestionChild
from vatra.decisions.rules.asking import AskedAbout, concerns_before_asking
from vatra.decisions.states import QuestionState, advance
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.people.queries import siblings_of


@atomic()
def ask(
    *,
    kind: str,
    unit: Unit,
    files: Sequence[File],
    causes: Mapping[int, Sequence[str]],
    why_now: str,
    if_nothing: str,
    on: date,
    by: Actor,
    asked_for: DecisionAskedFor | None = None,
) -> Question:
    """Ask what is best for one child, or for brothers and sisters together; `causes` by the id of the file.

    `asked_for` is the wish of a review that led to the question.
    """
    heed(concerns_before_asking(kind, _asked_about(files), if_nothing=if_nothing, on=on), {})
    question = Question(
        kind=kind,
        unit=unit,
        asked_on=on,
        asked_by_id=by.somebody,
        why_now=why_now,
        if_nothing=if_nothing,
        asked_for=asked_for,
    )
    well_formed(question)
    question.save()
    for file in files:
        child = QuestionChild(question=question, file=file, causes=list(causes.get(file.pk, ())))
        well_formed(child)
        child.save()
        record(
            "ask",
            by=by,
            chain=file.key,
            subject=question,
            on=on,
            facts={"kind": kind, "causes": child.causes},
        )
    return question


def _asked_about(files: Sequence[File]) -> list[AskedAbout]:
    siblings = siblings_of([file.child_id for file in files])
    return [
        AskedAbout(file.child.name, file.child.birth_on, len(siblings.get(file.child_id, ())))
        for file in files
    ]


@atomic()
def withdraw(*, question: Question, on: date, why: str, by: Actor) -> Question:
    """The question no longer needs an answer."""
    advance(question, QuestionState.WITHDRAWN)
    question.withdrawn_on = on
    well_formed(question)
    question.save(update_fields=["withdrawn_on"])
    for child in question.children.select_related("file"):
        record("withdraw_question", by=by, chain=child.file.key, subject=question, on=on, why=why)
    return question
