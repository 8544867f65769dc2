"""Asking a question, seating the panel, withdrawing the question."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from vatra.access.models import Unit, User
from vatra.casework.models import File
from vatra.decisions.models import PanelSeat, Question, QuestionChild
from vatra.decisions.states import QuestionState, advance
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@transaction.atomic
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
) -> Question:
    """Ask what is best for one child, or for brothers and sisters together; `causes` by the id of the file."""
    question = Question(
        kind=kind, unit=unit, asked_on=on, asked_by_id=by.somebody, why_now=why_now, if_nothing=if_nothing
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


@transaction.atomic
def seat_member(
    *, question: Question, member: User, first_day: date, last_day: date | None, by: Actor
) -> PanelSeat:
    """Give somebody a seat on the panel: for these days the children's files may be read (R-26)."""
    seat = PanelSeat(question=question, member=member, first_day=first_day, last_day=last_day)
    well_formed(seat)
    seat.save()
    for child in question.children.select_related("file"):
        facts = {"member": member.pk, "question": question.pk}
        record("seat_member", by=by, chain=child.file.key, subject=seat, on=first_day, facts=facts)
    return seat


@transaction.atomic
def withdraw(*, question: Question, on: date, why: str, by: Actor) -> Question:
    """The question no longer needs an answer."""
    advance(question, QuestionState.WITHDRAWN)
    question.withdrawn_on = on
    well_formed(question)
    question.save(update_fields=["withdrawn_on"])
    for child in question.children.select_related("file"):
        record("withdraw_question", by=by, chain=child.file.key, subject=question, on=on, why=why)
    return question
