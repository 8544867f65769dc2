"""Hearing the child, and those who are close to the child."""

from datetime import date

from django.db import transaction

from vatra.casework.rules import written_about_the_future
from vatra.decisions.models import Question, QuestionChild, TookPart
from vatra.decisions.states import still_prepared
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.people.models import Person


@transaction.atomic
def record_hearing(
    *, child: QuestionChild, how: str, on: date, language: str, words: str, taken_up: str, by: Actor
) -> QuestionChild:
    """Write down how the child's view was sought, and what the child said, in the child's words (R-02)."""
    still_prepared(child.question)
    heed(written_about_the_future(on, by.today), {})
    child.heard_how, child.heard_on, child.heard_by_id, child.heard_in = how, on, by.somebody, language
    child.words, child.taken_up, child.not_heard_reason = words, taken_up, None
    well_formed(child)
    child.save()
    facts = {"how": how, "language": language, "question": child.question_id}
    record("record_hearing", by=by, chain=child.file.key, subject=child, on=on, facts=facts)
    return child


@transaction.atomic
def record_not_heard(*, child: QuestionChild, reason: str, by: Actor) -> QuestionChild:
    """Write down, by code, why the child's view could not be sought (R-02)."""
    still_prepared(child.question)
    child.heard_how = child.heard_on = child.heard_by = child.heard_in = None
    child.words, child.not_heard_reason = "", reason
    well_formed(child)
    child.save()
    record("record_not_heard", by=by, chain=child.file.key, subject=child, facts={"reason": reason})
    return child


@transaction.atomic
def record_participant(
    *, question: Question, name: str, part: str, view: str, by: Actor, person: Person | None = None
) -> TookPart:
    """Write down who else took part, in which capacity, with what view (R-26, R-31)."""
    still_prepared(question)
    participant = TookPart(question=question, name=name, part=part, view=view, person=person)
    well_formed(participant)
    participant.save()
    for child in question.children.select_related("file"):
        record("record_participant", by=by, chain=child.file.key, subject=participant, facts={"part": part})
    return participant
