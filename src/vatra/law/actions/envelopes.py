"""Sealing what is known about a child's origins, and opening it with two persons, or refusing to."""

from hashlib import sha256

from vatra.casework.models import File
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.kernel.seal import open_seal, seal
from vatra.law.models import Envelope, EnvelopeOpening
from vatra.law.proceedings.rules import another_answers, may_read_envelope, not_answered_yet


@atomic()
def seal_envelope(*, file: File, contents: str, by: Actor) -> Envelope:
    """Seal what is known about the child's origins; the event keeps the digest of what was sealed (R-18).

    The digest is that of the ciphertext: it shows that the envelope is the same, and tells nothing of what is inside.
    """
    envelope = Envelope(file=file, sealed_on=by.today, sealed_by_id=by.somebody, contents=seal(contents))
    well_formed(envelope)
    envelope.save()
    facts = {"digest": sha256(envelope.contents.encode()).hexdigest()}
    record("seal_envelope", by=by, chain=file.key, subject=envelope, facts=facts)
    return envelope


@atomic()
def ask_to_open(*, envelope: Envelope, purpose: str, reason: str, by: Actor) -> EnvelopeOpening:
    """Ask that a sealed envelope is opened; a second person has to agree."""
    opening = EnvelopeOpening(
        envelope=envelope, purpose=purpose, reason=reason, asked_on=by.today, asked_by_id=by.somebody
    )
    well_formed(opening)
    opening.save()
    facts = {"envelope": envelope.pk, "purpose": purpose}
    record("ask_to_open", by=by, chain=envelope.file.key, subject=opening, why=reason, facts=facts)
    return opening


@atomic()
def agree_to_open(*, opening: EnvelopeOpening, by: Actor) -> EnvelopeOpening:
    """A second person agrees; from now on the two may read the envelope for some days."""
    opening = _to_be_answered(opening, by)
    opening.agreed_on, opening.agreed_by_id = by.today, by.somebody
    well_formed(opening)
    opening.save(update_fields=["agreed_on", "agreed_by"])
    facts = {"envelope": opening.envelope_id, "purpose": opening.purpose}
    record("agree_to_open", by=by, chain=opening.envelope.file.key, subject=opening, facts=facts)
    return opening


@atomic()
def refuse_opening(*, opening: EnvelopeOpening, refusal: str, by: Actor) -> EnvelopeOpening:
    """A second person does not agree, and says why; the envelope stays sealed, and who asked may ask again (R-18)."""
    opening = _to_be_answered(opening, by)
    opening.refused_on, opening.refused_by_id, opening.refusal = by.today, by.somebody, refusal
    well_formed(opening)
    opening.save(update_fields=["refused_on", "refused_by", "refusal"])
    facts = {"envelope": opening.envelope_id, "purpose": opening.purpose}
    record(
        "refuse_opening", by=by, chain=opening.envelope.file.key, subject=opening, why=refusal, facts=facts
    )
    return opening


@atomic()
def open_envelope(*, opening: EnvelopeOpening, by: Actor) -> str:
    """Read what was sealed; each time it is read is an event of its own, with the reason it was asked for."""
    heed(may_read_envelope(is_open=opening.is_open_to(by.somebody, by.today)), {})
    envelope = opening.envelope
    facts = {"envelope": envelope.pk, "purpose": opening.purpose}
    record("open_envelope", by=by, chain=envelope.file.key, subject=opening, why=opening.reason, facts=facts)
    return open_seal(envelope.contents)


def _to_be_answered(opening: EnvelopeOpening, by: Actor) -> EnvelopeOpening:
    """The request, locked until the transaction ends; refused where it was answered, or is the asker's own."""
    locked = EnvelopeOpening.objects.select_for_update(no_key=True).get(pk=opening.pk)
    is_own = locked.asked_by_id == by.somebody
    heed([*not_answered_yet(locked.agreed_on, locked.refused_on), *another_answers(is_own=is_own)], {})
    return locked
