"""Issuing a decision: the one act of authority; from then on nothing it rests on changes."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import connection, transaction

from vatra.access.models import User
from vatra.decisions.models import Decision, Option, Outcome, Question
from vatra.decisions.queries import children_of, facts_before_issue
from vatra.decisions.rules import concerns_before_issue
from vatra.decisions.states import QuestionState, advance
from vatra.kernel.concern import heed
from vatra.kernel.ledger import Actor, record

Chosen = Mapping[int, Option]


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
    Question.objects.select_for_update().get(pk=question.pk)
    advance(question, QuestionState.DECIDED)
    issuer = User.objects.get(pk=by.somebody)
    facts = facts_before_issue(question, reasons=reasons, chosen=chosen, issuer=issuer, on=by.today)
    kept = heed(concerns_before_issue(facts, on=effective_on), overrides)
    document = _document(question, chosen, kept)
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
    decision.full_clean()
    decision.save()
    for child in question.children.select_related("file").order_by("pk"):
        option = chosen[child.file_id]
        outcome = Outcome.objects.create(
            decision=decision, file=child.file, option=option, form=option.form, home=option.home
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


def _document(question: Question, chosen: Chosen, kept: Mapping[str, str]) -> dict[str, Any]:
    """The decision's ground as it stands at this moment, to be kept with it."""
    return {
        "question": {"kind": question.kind, "why_now": question.why_now, "if_nothing": question.if_nothing},
        "options": [
            {
                "id": option.pk,
                "form": option.form,
                "home": option.home_id,
                "in_words": option.in_words,
                "weighings": {w.factor: [w.leaning, w.sentence] for w in option.weighings.order_by("factor")},
            }
            for option in question.options.order_by("pk")
        ],
        "children": [
            {
                "file": child.file.reference,
                "causes": child.causes,
                "heard": child.heard_how,
                "heard_on": child.heard_on.isoformat() if child.heard_on else None,
                "language": child.heard_in,
                "words": child.words,
                "taken_up": child.taken_up,
                "not_heard": child.not_heard_reason,
                "option": chosen[child.file_id].pk,
            }
            for child in children_of(question)
        ],
        "participants": [[p.name, p.part, p.view] for p in question.participants.order_by("pk")],
        "separations": [
            [s.file.reference, s.sibling_id, s.reason, s.in_words, s.contact, s.look_again_on.isoformat()]
            for s in question.separations.select_related("file").order_by("pk")
        ],
        "went_on_because": dict(kept),
    }
