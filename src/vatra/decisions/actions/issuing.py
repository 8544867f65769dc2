"""Issuing a decision: the one act of authority; from then on nothing it rests on changes."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date

from django.db import connection, transaction

from vatra.access.models import User
from vatra.decisions.ground import Chosen, document_of, facts_before_issue, ground_of
from vatra.decisions.models import Decision, Outcome, Question
from vatra.decisions.rules import concerns_before_issue
from vatra.decisions.states import QuestionState, advance
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


def next_number(day: date) -> str:
    """The next decision number of the year, such as 2026/00017."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('decisions_decision_number')")
        (number,) = cursor.fetchone()
    return f"{day.year}/{number:05d}"


@transaction.atomic
def issue(
    *,
    question: Question,
    chosen: Chosen,
    legal_basis: str,
    reasons: str,
    effective_on: date,
    review_on: date,
    overrides: Mapping[str, str],
    by: Actor,
    supersedes: Decision | None = None,
) -> Decision:
    """Decide the question: for each child (by the id of the file) the option chosen, with reasons and legal basis.

    Refused while a view, an option, a factor or a reason is missing, or by somebody not entitled (R-02, R-03, R-08,
    R-09, R-22). `overrides` are the written reasons for going on where a rule only warns.
    """
    locked = Question.objects.select_for_update().get(pk=question.pk)
    advance(locked, QuestionState.DECIDED)
    ground, issuer = ground_of(locked), User.objects.get(pk=by.somebody)
    facts = facts_before_issue(ground, reasons=reasons, chosen=chosen, issuer=issuer, on=by.today)
    kept = heed(concerns_before_issue(facts, on=effective_on), overrides)
    document = document_of(ground, chosen, kept)
    decision = Decision(
        question=question,
        number=next_number(by.today),
        issued_at=by.at,
        issued_by=issuer,
        legal_basis=legal_basis,
        reasons=reasons,
        effective_on=effective_on,
        review_on=review_on,
        supersedes=supersedes,
        document=document,
        digest=hashlib.sha256(json.dumps(document, sort_keys=True, ensure_ascii=False).encode()).hexdigest(),
    )
    well_formed(decision)
    decision.save()
    for child in ground.children:
        option = chosen[child.file_id]
        outcome = Outcome.objects.create(
            decision=decision, file=child.file, option=option, form=option.form, home_id=option.home_id
        )
        told = {
            "decision": decision.number,
            "form": option.form,
            "home": option.home_id,
            "digest": decision.digest,
        }
        why = "\n".join(kept.values())
        record("issue", by=by, chain=child.file.key, subject=outcome, on=effective_on, why=why, facts=told)
    return decision
