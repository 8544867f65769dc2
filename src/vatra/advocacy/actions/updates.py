"""Acts on updates of an ask: one person writes what happened, another approves or refuses it."""

from collections.abc import Mapping
from datetime import date

from vatra.advocacy.asks.open_asks import is_withdrawn
from vatra.advocacy.asks.rules import (
    another_answers,
    not_correctable,
    not_withdrawable,
    outside_the_time_of_the_ask,
)
from vatra.advocacy.asks.words import Stage
from vatra.advocacy.models import AskUpdate, PolicyAsk
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import wording
from vatra.kernel.ledger import Actor, record


@atomic()
def write_update(
    *,
    ask: PolicyAsk,
    happened_on: date,
    stage: str,
    text: Mapping[str, str],
    source_url: str,
    document_sha256: str,
    by: Actor,
) -> AskUpdate:
    """Write down that the ask came to a stage; it counts once somebody else has approved it."""
    update = AskUpdate(
        ask=ask,
        happened_on=happened_on,
        stage=stage,
        text=wording(text),
        source_url=source_url,
        document_sha256=document_sha256,
    )
    _keep(update, by)
    facts = {"stage": stage, "document": document_sha256}
    record("write_update", by=by, chain=ask.key, subject=update, on=happened_on, facts=facts)
    return update


@atomic()
def withdraw_ask(*, ask: PolicyAsk, on: date, reason: Mapping[str, str], by: Actor) -> AskUpdate:
    """Say that from a day on we no longer ask for this, and why; it counts once somebody else has approved it.

    A later update takes the ask up again: that it is asked anew, or whatever else happened to it.
    """
    heed(not_withdrawable(is_withdrawn=is_withdrawn(ask, by.today)), {})
    update = AskUpdate(ask=ask, happened_on=on, stage=Stage.WITHDRAWN, text=wording(reason))
    _keep(update, by)
    record("withdraw_ask", by=by, chain=ask.key, subject=update, on=on)
    return update


@atomic()
def correct_update(
    *,
    original: AskUpdate,
    happened_on: date,
    stage: str,
    text: Mapping[str, str],
    source_url: str,
    document_sha256: str,
    did_not_happen: bool,
    by: Actor,
) -> AskUpdate:
    """Write an approved update anew, or that it did not happen; until it is approved the one before holds."""
    heed(not_correctable(is_approved=original.approved_at is not None), {})
    update = AskUpdate(
        ask=original.ask,
        happened_on=happened_on,
        stage=stage,
        text=wording(text),
        source_url=source_url,
        document_sha256=document_sha256,
        supersedes=original,
        did_not_happen=did_not_happen,
    )
    _keep(update, by)
    facts = {"stage": stage, "supersedes": original.pk, "did_not_happen": did_not_happen}
    record("correct_update", by=by, chain=update.ask.key, subject=update, on=happened_on, facts=facts)
    return update


@atomic()
def approve_update(*, update: AskUpdate, by: Actor) -> AskUpdate:
    """A second person has looked at the source: from now on the update counts."""
    update = _to_be_answered(update, by)
    update.approved_at, update.approved_by_id = by.at, by.somebody
    well_formed(update)
    update.save(update_fields=["approved_at", "approved_by"])
    facts = {"stage": update.stage}
    record("approve_update", by=by, chain=update.ask.key, subject=update, on=update.happened_on, facts=facts)
    return update


@atomic()
def refuse_update(*, update: AskUpdate, refusal: str, by: Actor) -> AskUpdate:
    """A second person does not approve, and says why; the update never counts."""
    update = _to_be_answered(update, by)
    update.refused_at, update.refused_by_id, update.refusal = by.at, by.somebody, refusal
    well_formed(update)
    update.save(update_fields=["refused_at", "refused_by", "refusal"])
    record("refuse_update", by=by, chain=update.ask.key, subject=update, why=refusal)
    return update


def _keep(update: AskUpdate, by: Actor) -> None:
    asked_on = update.ask.asked_on
    heed(outside_the_time_of_the_ask(update.happened_on, asked_on=asked_on, today=by.today), {})
    update.author_id, update.recorded_at = by.somebody, by.at
    well_formed(update)
    update.save()


def _to_be_answered(update: AskUpdate, by: Actor) -> AskUpdate:
    """The update, locked until the transaction ends; refused where it was answered, or is one's own."""
    locked = AskUpdate.objects.select_for_update(no_key=True, of=("self",)).select_related("ask")
    found = locked.get(pk=update.pk)
    heed(another_answers(is_own=found.author_id == by.somebody, is_answered=found.is_answered), {})
    return found
