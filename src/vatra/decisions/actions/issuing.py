"""Issuing a decision: the one act of authority; from then on nothing it rests on changes."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import connection
from django.utils.translation import gettext_lazy as _

from vatra.decisions.ground import Chosen, document_of, facts_before_issue, ground_of
from vatra.decisions.models import Decision, Option, Outcome, Question, QuestionChild, ThinReason
from vatra.decisions.on_record import on_record_locked
from vatra.decisions.panel.as_said import panel_as_said
from vatra.decisions.quality.thin import key_of
from vatra.decisions.quality.thin_reading import thin_reasons_of
from vatra.decisions.rules.issuing import concerns_before_issue
from vatra.decisions.states import QuestionState, advance_from, state_from
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Concern, Refused, Severity, heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, Entry, record_together, row_of

A_YEAR = timedelta(days=365)

_BEFORE_ISSUE = "SELECT decisions_before_issue(%s, %s, %s, %s)"


def _next_number(
    question: Question, *, fingerprint: str, at: datetime, day: date
) -> tuple[str, dict[str, str]]:
    """The next decision number of the year, such as 2026/00017; with it the same reasons of a year, by number."""
    with connection.cursor() as cursor:
        cursor.execute(_BEFORE_ISSUE, [question.pk, fingerprint, at - A_YEAR, at])
        (told,) = cursor.fetchone()
    return f"{day.year}/{told['number']:05d}", dict(told["same_reasons"])


def _is_the_last_one(supersedes: Decision | None, question: Question) -> None:
    """Refuse to supersede a decision of another question, or one that has been superseded."""
    if supersedes is None:
        return
    if not question.decisions.filter(pk=supersedes.pk, superseded_by__isnull=True).exists():
        sentence = _("Decision %(number)s is not the last one on this question. Open the last one.")
        number = {"number": supersedes.number}
        raise Refused([Concern("not-the-last-decision", Severity.BLOCK, sentence % number)])
    # Whoever is placing a child by it is waited for.
    list(supersedes.outcomes.select_for_update().order_by("pk"))


@atomic()
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
    appeal_until: date | None = None,
    representation: str = "",
) -> Decision:
    """Decide the question: for each child (by the id of the file) the option chosen, with reasons and legal basis.

    Refused while a view, an option, a factor or a reason is missing, or by somebody not entitled (R-02, R-03, R-08,
    R-09, R-22). `overrides` are the written reasons for going on where a rule only warns.
    """
    written, around = on_record_locked(question, reader=by.somebody, on=by.today, effective_on=effective_on)
    advance_from(state_from(written.question, is_decided=written.is_decided), QuestionState.DECIDED)
    _is_the_last_one(supersedes, question)
    ground = ground_of(written, around.brothers_and_sisters)
    facts = facts_before_issue(
        ground,
        around,
        reasons=reasons,
        chosen=chosen,
        issuer=by.somebody,
        on=by.today,
        panel_met=written.panel_met,
        panel_approved=written.panel_approved,
        effective_on=effective_on,
        supersedes=supersedes,
    )
    concerns = concerns_before_issue(facts, on=effective_on)
    kept = heed(concerns, overrides)
    document = document_of(
        ground,
        chosen,
        went_on_because=kept,
        went_on_against={concern.code: str(concern.sentence) for concern in concerns},
        panel=panel_as_said(question) if facts.panel_met else [],
    )
    fingerprint = key_of(reasons)
    number, same_reasons = _next_number(question, fingerprint=fingerprint, at=by.at, day=by.today)
    decision = Decision(
        question=question,
        number=number,
        issued_at=by.at,
        issued_by_id=by.somebody,
        legal_basis=legal_basis,
        reasons=reasons,
        reasons_key=fingerprint,
        effective_on=effective_on,
        review_on=review_on,
        appeal_until=appeal_until,
        representation=representation,
        supersedes=supersedes,
        document=document,
        digest=hashlib.sha256(json.dumps(document, sort_keys=True, ensure_ascii=False).encode()).hexdigest(),
    )
    well_formed(decision)
    decision.save()
    ThinReason.objects.bulk_create(thin_reasons_of(decision, ground, same_reasons))
    # All outcomes are there before the first is recorded: what is due for one child depends on its siblings'.
    outcomes = Outcome.objects.bulk_create(
        _outcome(decision, child, chosen[child.file_id]) for child in ground.children
    )
    why = "\n".join(kept.values())
    record_together(
        [
            Entry("issue", by, outcome.file.key, row_of(outcome), effective_on, why, _told_of(outcome))
            for outcome in outcomes
        ]
    )
    return decision


def _outcome(decision: Decision, child: QuestionChild, option: Option) -> Outcome:
    return Outcome(
        decision=decision,
        file=child.file,
        option=option,
        form=option.form,
        contact=option.contact,
        home_id=option.home_id,
    )


def _told_of(outcome: Outcome) -> dict[str, object]:
    """What the record of the child's file says about the decision."""
    decision = outcome.decision
    return {
        "decision": decision.number,
        "form": outcome.form,
        "contact": outcome.contact,
        "home": outcome.home_id,
        "digest": decision.digest,
    }
