"""Who takes part in a proceeding, the documents it needs, and what holds it up."""

from datetime import date

from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.law.models import Blocker, DocumentAsked, Party, Proceeding
from vatra.law.proceedings.going_on import going_on
from vatra.law.proceedings.rules import day_in_proceeding, not_received_yet, still_blocks
from vatra.people.models import Person


@atomic()
def add_party(
    *, proceeding: Proceeding, role: str, by: Actor, person: Person | None = None, name: str | None = None
) -> Party:
    """Somebody takes part in the proceeding, known to the file or by name."""
    proceeding = going_on(proceeding)
    party = Party(proceeding=proceeding, role=role, person=person, name=name or None)
    well_formed(party)
    party.save()
    facts = {"proceeding": proceeding.pk, "role": role, "person": person.pk if person else None}
    record("add_party", by=by, chain=proceeding.file.key, subject=party, facts=facts)
    return party


@atomic()
def ask_for_document(
    *, proceeding: Proceeding, code: str, asked_from: str, asked_on: date, by: Actor
) -> DocumentAsked:
    """A document that the proceeding needs is asked for."""
    proceeding = going_on(proceeding)
    heed(day_in_proceeding(asked_on, opened_on=proceeding.opened_on, today=by.today), {})
    document = DocumentAsked(proceeding=proceeding, code=code, asked_from=asked_from, asked_on=asked_on)
    well_formed(document)
    document.save()
    facts = {"proceeding": proceeding.pk, "document": code}
    record("ask_for_document", by=by, chain=proceeding.file.key, subject=document, on=asked_on, facts=facts)
    return document


@atomic()
def receive_document(*, document: DocumentAsked, received_on: date, by: Actor) -> DocumentAsked:
    """A document that was asked for has come."""
    proceeding = going_on(document.proceeding)
    document.refresh_from_db(fields=["received_on"])
    days = day_in_proceeding(received_on, opened_on=proceeding.opened_on, today=by.today)
    heed([*not_received_yet(document.received_on), *days], {})
    document.received_on = received_on
    well_formed(document)
    document.save(update_fields=["received_on"])
    facts = {"proceeding": proceeding.pk, "document": document.code}
    record(
        "receive_document", by=by, chain=proceeding.file.key, subject=document, on=received_on, facts=facts
    )
    return document


@atomic()
def block_proceeding(
    *, proceeding: Proceeding, reason: str, account: str, authority: str, from_day: date, by: Actor
) -> Blocker:
    """From this day the proceeding cannot go on, and this authority answers for it."""
    proceeding = going_on(proceeding)
    heed(day_in_proceeding(from_day, opened_on=proceeding.opened_on, today=by.today), {})
    blocker = Blocker(
        proceeding=proceeding, reason=reason, account=account, authority=authority, first_day=from_day
    )
    well_formed(blocker)
    blocker.save()
    facts = {"proceeding": proceeding.pk, "reason": reason, "authority": authority}
    record("block_proceeding", by=by, chain=proceeding.file.key, subject=blocker, on=from_day, facts=facts)
    return blocker


@atomic()
def unblock_proceeding(*, blocker: Blocker, last_day: date, resolution: str, by: Actor) -> Blocker:
    """What held the proceeding up is resolved; this was the last day it did."""
    proceeding = going_on(blocker.proceeding)
    blocker.refresh_from_db(fields=["last_day"])
    days = day_in_proceeding(last_day, opened_on=proceeding.opened_on, today=by.today)
    heed([*still_blocks(blocker.last_day), *days], {})
    blocker.last_day, blocker.resolution = last_day, resolution
    well_formed(blocker)
    blocker.save(update_fields=["last_day", "resolution"])
    facts = {"proceeding": proceeding.pk, "reason": blocker.reason}
    record("unblock_proceeding", by=by, chain=proceeding.file.key, subject=blocker, on=last_day, facts=facts)
    return blocker
