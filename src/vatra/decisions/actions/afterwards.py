"""What becomes of an issued decision: taken back before it is carried out, appealed against, decided on appeal."""

from collections.abc import Mapping
from datetime import date

from vatra.decisions.models import Appeal, Decision, Outcome, Question, Withdrawal
from vatra.decisions.queries import standing_of
from vatra.decisions.rules.afterwards import (
    concerns_before_deciding_appeal,
    concerns_before_lodging,
    concerns_before_withdrawing,
)
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@atomic()
def withdraw_decision(*, decision: Decision, on: date, why: str, by: Actor) -> Withdrawal:
    """Take a decision back; only while nothing was done by it. A new decision can take its place."""
    _wait_for_others(decision)
    heed(concerns_before_withdrawing(standing_of(decision), on=on, today=by.today), {})
    withdrawal = Withdrawal(decision=decision, withdrawn_on=on, withdrawn_by_id=by.somebody, why=why)
    well_formed(withdrawal)
    withdrawal.save()
    facts = {"decision": decision.number}
    for outcome in decision.outcomes.select_related("file"):
        record(
            "withdraw_decision",
            by=by,
            chain=outcome.file.key,
            subject=withdrawal,
            on=on,
            why=why,
            facts=facts,
        )
    return withdrawal


@atomic()
def lodge_appeal(
    *,
    decision: Decision,
    on: date,
    lodged_by: str,
    body: str,
    account: str,
    by: Actor,
    helped_by: str = "",
    reasons: Mapping[str, str] | None = None,
) -> Appeal:
    """Write down that somebody asks another body to look at the decision (R-22, R-32).

    `reasons` are the written reasons for going on where a rule only warns, such as an appeal after its last day.
    """
    kept = heed(concerns_before_lodging(standing_of(decision), on=on, today=by.today), reasons or {})
    appeal = Appeal(
        decision=decision, lodged_on=on, lodged_by=lodged_by, body=body, helped_by=helped_by, account=account
    )
    well_formed(appeal)
    appeal.save()
    why, facts = "\n".join(kept.values()), {"decision": decision.number}
    for outcome in decision.outcomes.select_related("file"):
        record("lodge_appeal", by=by, chain=outcome.file.key, subject=appeal, on=on, why=why, facts=facts)
    return appeal


@atomic()
def decide_appeal(*, appeal: Appeal, on: date, outcome: str, reasons: str, by: Actor) -> Appeal:
    """Write down what came of an appeal; what was changed or overturned has to be decided anew."""
    locked = Appeal.objects.select_for_update().select_related("decision").get(pk=appeal.pk)
    concerns = concerns_before_deciding_appeal(
        locked.outcome, lodged_on=locked.lodged_on, reasons=reasons, on=on, today=by.today
    )
    heed(concerns, {})
    locked.decided_on, locked.outcome, locked.reasons = on, outcome, reasons
    well_formed(locked)
    locked.save(update_fields=["decided_on", "outcome", "reasons"])
    facts = {"decision": locked.decision.number, "outcome": outcome}
    for each in locked.decision.outcomes.select_related("file"):
        record("decide_appeal", by=by, chain=each.file.key, subject=locked, on=on, why=reasons, facts=facts)
    return locked


def _wait_for_others(decision: Decision) -> None:
    """Whoever is issuing a decision on the question, or placing a child by this one, is waited for."""
    Question.objects.select_for_update().get(pk=decision.question_id)
    list(Outcome.objects.select_for_update().filter(decision=decision).order_by("pk"))
