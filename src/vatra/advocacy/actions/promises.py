"""Acts about promises of those in office, and what became of them."""

from datetime import date

from vatra.advocacy.models import PolicyAsk, Post, Promise, PromiseJudgement
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@atomic()
def record_promise(
    *,
    post: Post,
    ask: PolicyAsk | None,
    quote: str,
    made_by: str,
    made_on: date,
    due_on: date | None,
    condition: str,
    source_url: str,
    document_sha256: str,
    by: Actor,
) -> Promise:
    """Keep the exact words of a promise, with the document that has them; a condition makes it conditional."""
    promise = Promise(
        post=post,
        ask=ask,
        quote=quote,
        made_by=made_by,
        made_on=made_on,
        due_on=due_on,
        is_conditional=bool(condition),
        condition=condition,
        source_url=source_url,
        document_sha256=document_sha256,
        recorded_by_id=by.somebody,
    )
    well_formed(promise)
    promise.save()
    facts = {"due_on": due_on, "ask": ask.pk if ask else None, "document": document_sha256}
    record("record_promise", by=by, chain=post.institution.key, subject=promise, on=made_on, facts=facts)
    return promise


@atomic()
def judge_promise(
    *, promise: Promise, verdict: str, judged_on: date, source: str, by: Actor
) -> PromiseJudgement:
    """Find a promise kept, broken or not verifiable, and say by which source."""
    judgement = _judged(PromiseJudgement(promise=promise), verdict, judged_on, source, by)
    facts = {"promise": promise.pk, "verdict": verdict}
    chain = promise.post.institution.key
    record("judge_promise", by=by, chain=chain, subject=judgement, on=judged_on, facts=facts)
    return judgement


@atomic()
def correct_judgement(
    *,
    original: PromiseJudgement,
    verdict: str,
    judged_on: date,
    source: str,
    did_not_happen: bool,
    by: Actor,
) -> PromiseJudgement:
    """Write a judgement anew, or that there was none; what was written before stays."""
    promise = original.promise
    fresh = PromiseJudgement(promise=promise, corrects=original, did_not_happen=did_not_happen)
    judgement = _judged(fresh, verdict, judged_on, source, by)
    facts = {"corrects": original.pk, "verdict": verdict, "did_not_happen": did_not_happen}
    chain = promise.post.institution.key
    record("correct_judgement", by=by, chain=chain, subject=judgement, on=judged_on, facts=facts)
    return judgement


def _judged(
    judgement: PromiseJudgement, verdict: str, judged_on: date, source: str, by: Actor
) -> PromiseJudgement:
    judgement.verdict, judgement.judged_on, judgement.source = verdict, judged_on, source
    judgement.recorded_by_id, judgement.recorded_at = by.somebody, by.at
    well_formed(judgement)
    judgement.save()
    return judgement
