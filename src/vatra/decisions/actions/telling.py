"""After the decision: the child is told, or two people say why not; then the question is closed."""

from datetime import date

from vatra.casework.rules import written_about_the_future
from vatra.decisions.hearing.hearings import Hearing, decision_in_force, hearing_of, hearings_of
from vatra.decisions.hearing.states import HearingState, concerns_before_moving
from vatra.decisions.models import Closing, FeltHeard, NotTold, Outcome, Question, QuestionChild, Telling
from vatra.decisions.rules.telling import (
    ClosingFacts,
    ToldFacts,
    concerns_before_asking_whether_heard,
    concerns_before_closing,
    concerns_before_confirming,
    concerns_before_saying_not_told,
    concerns_before_telling,
)
from vatra.decisions.states import locked
from vatra.kernel.atomic import atomic
from vatra.kernel.clock import local_day
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@atomic()
def tell_child(
    *,
    outcome: Outcome,
    on: date,
    how: str,
    language: str,
    words: str,
    reaction: str,
    complaint_explained: str,
    by: Actor,
) -> Telling:
    """Write down how the child was told what was decided and whom to turn to, and how the child took it (GC 12 §45)."""
    hearing = _waited_for(outcome)
    heed(
        [
            *written_about_the_future(on, by.today),
            *concerns_before_moving(hearing.facts, HearingState.TOLD),
            *concerns_before_telling(_told_facts(hearing, outcome), on=on),
        ],
        {},
    )
    telling = Telling(
        outcome=outcome,
        told_on=on,
        told_by_id=by.somebody,
        how=how,
        language=language,
        words=words,
        reaction=reaction,
        complaint_explained=complaint_explained,
    )
    well_formed(telling)
    telling.save()
    facts = {"decision": outcome.decision.number, "how": how, "language": language}
    record("tell_child", by=by, chain=outcome.file.key, subject=telling, on=on, facts=facts)
    return telling


@atomic()
def say_not_told(*, outcome: Outcome, reason: str, by: Actor) -> NotTold:
    """Write why the child cannot be told; it counts once a second person has confirmed it."""
    hearing = _waited_for(outcome)
    heed(concerns_before_saying_not_told(_told_facts(hearing, outcome)), {})
    not_told = NotTold(outcome=outcome, reason=reason, said_on=by.today, said_by_id=by.somebody)
    well_formed(not_told)
    not_told.save()
    facts = {"decision": outcome.decision.number}
    record("say_not_told", by=by, chain=outcome.file.key, subject=not_told, facts=facts)
    return not_told


@atomic()
def confirm_not_told(*, not_told: NotTold, by: Actor) -> NotTold:
    """A second person agrees that the child cannot be told."""
    outcome = not_told.outcome
    hearing = _waited_for(outcome)
    not_told.refresh_from_db()
    heed(
        concerns_before_confirming(
            same_person=not_told.said_by_id == by.somebody,
            is_confirmed=not_told.confirmed_on is not None,
            is_told=hearing.telling is not None,
        ),
        {},
    )
    not_told.confirmed_on, not_told.confirmed_by_id = by.today, by.somebody
    not_told.save(update_fields=["confirmed_on", "confirmed_by"])
    facts = {"decision": outcome.decision.number}
    record("confirm_not_told", by=by, chain=outcome.file.key, subject=not_told, facts=facts)
    return not_told


@atomic()
def close_question(*, question: Question, by: Actor) -> Closing:
    """Be done with the question: it is decided, and every child told."""
    heed(concerns_before_closing(_closing_facts(locked(question))), {})
    closing = Closing(question=question, closed_on=by.today, closed_by_id=by.somebody)
    well_formed(closing)
    closing.save()
    for child in question.children.select_related("file"):
        record("close_question", by=by, chain=child.file.key, subject=closing)
    return closing


@atomic()
def ask_whether_heard(*, child: QuestionChild, answer: str, words: str, on: date, by: Actor) -> FeltHeard:
    """Ask the child afterwards whether it felt heard; somebody else asks (Lundy: audience and influence)."""
    locked(child.question)
    told_by = Telling.objects.filter(
        outcome__decision__question=child.question_id, outcome__file=child.file_id
    ).values_list("told_by", flat=True)
    heed(
        [
            *written_about_the_future(on, by.today),
            *concerns_before_asking_whether_heard(
                was_heard=child.heard_on is not None and child.heard_on <= on,
                same_person=by.somebody in {child.heard_by_id, *told_by},
                is_asked=FeltHeard.objects.filter(child=child).exists(),
            ),
        ],
        {},
    )
    felt = FeltHeard(child=child, answer=answer, words=words, asked_on=on, asked_by_id=by.somebody)
    well_formed(felt)
    felt.save()
    facts = {"question": child.question_id, "answer": answer}
    record("ask_whether_heard", by=by, chain=child.file.key, subject=felt, on=on, facts=facts)
    return felt


def _waited_for(outcome: Outcome) -> Hearing:
    """The child's hearing once nobody else is telling or closing."""
    locked(outcome.decision.question)
    return hearing_of(Outcome.objects.select_related("decision", "telling", "not_told").get(pk=outcome.pk))


def _told_facts(hearing: Hearing, outcome: Outcome) -> ToldFacts:
    decision = outcome.decision
    return ToldFacts(
        decided_on=local_day(decision.issued_at),
        is_superseded=hasattr(decision, "superseded_by"),
        is_withdrawn=hasattr(decision, "withdrawal"),
        is_told=hearing.telling is not None,
        is_said_not_told=hearing.not_told is not None,
    )


def _closing_facts(question: Question) -> ClosingFacts:
    is_decided = decision_in_force(question) is not None
    hearings = hearings_of(question)
    return ClosingFacts(
        is_decided=is_decided,
        is_closed=Closing.objects.filter(question=question).exists(),
        not_told=[hearing.child.file.child.name for hearing in hearings if not hearing.is_settled],
    )
