"""Acts of those who sign: signing, confirming, saying that it was somebody else, withdrawing."""

from uuid import uuid4

from django.db import connection

from vatra.advocacy.models import Consent, Signature, SigningLink
from vatra.advocacy.signing.adding import still_to_agree
from vatra.advocacy.signing.erasing import erase_signers
from vatra.advocacy.signing.given import Given
from vatra.advocacy.signing.links import CONFIRM_WITHIN
from vatra.advocacy.signing.refusals import answered_already, too_late, used_already
from vatra.advocacy.signing.states import MOVES, SignatureState
from vatra.advocacy.signing.taking import TAKE, parameters_of
from vatra.advocacy.signing.words import LinkPurpose, Purpose
from vatra.kernel.atomic import atomic, atomic_as_one_statement
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Actor, record, record_first


@atomic_as_one_statement()
def sign(*, given: Given, by: Actor) -> None:
    """Put a name below a text; whoever has done so before has signed once. Nobody is told which it was."""
    key = uuid4()
    facts = {"sheet": given.sheet, "text": given.text, "purposes": sorted(given.purposes)}
    event = record_first("sign", by=by, chain=key, subject=("advocacy_signature", str(key)), facts=facts)
    with connection.cursor() as cursor:
        cursor.execute(TAKE, parameters_of(given, at=by.at) | event)


@atomic()
def confirm_signature(*, link: SigningLink, by: Actor) -> Signature:
    """Say that the address is one's own and that one has signed: from now on the signature counts."""
    signature = _opened(link, by)
    signature.confirmed_at = by.at
    signature.save(update_fields=["confirmed_at"])
    record("confirm_signature", by=by, chain=signature.key, subject=signature)
    return signature


@atomic()
def reject_signature(*, link: SigningLink, by: Actor) -> Signature:
    """Say that somebody else used the address: the signature ends, and name and address are erased."""
    signature = _opened(link, by)
    signature.rejected_at = by.at
    erase_signers([signature])
    signature.save(update_fields=["rejected_at"])
    record("reject_signature", by=by, chain=signature.key, subject=signature)
    return signature


@atomic()
def withdraw_signature(*, signature: Signature, by: Actor) -> Signature:
    """Take one's signature back: it no longer counts, and name and address are erased."""
    found = Signature.objects.select_for_update().get(pk=signature.pk)
    if SignatureState.WITHDRAWN not in MOVES[found.state]:
        raise Refused([answered_already()])
    found.withdrawn_at = by.at
    erase_signers([found])
    found.save(update_fields=["withdrawn_at"])
    record("withdraw_signature", by=by, chain=found.key, subject=found)
    return found


@atomic()
def withdraw_consent(*, signature: Signature, purpose: Purpose, by: Actor) -> None:
    """Take back one thing one had agreed to; the signature stays."""
    given = Consent.objects.filter(signature=signature, text__purpose=purpose, withdrawn_at=None)
    if not given.update(withdrawn_at=by.at):
        raise Refused([answered_already()])
    record(
        "withdraw_consent", by=by, chain=signature.key, subject=signature, facts={"purpose": purpose.value}
    )


@atomic()
def give_consent(*, signature: Signature, purpose: Purpose, language: str, by: Actor) -> Consent:
    """Agree to one thing more, in the words below the text one signed; only the page that a mail leads to asks for it."""
    found = Signature.objects.select_for_update(of=("self",)).select_related("sheet").get(pk=signature.pk)
    text = still_to_agree(found).filter(purpose=purpose).first()
    if text is None:
        raise Refused([answered_already()])
    consent = Consent.objects.create(signature=found, text=text, language=language, given_at=by.at)
    facts = {"purpose": purpose.value, "text": text.pk}
    record("give_consent", by=by, chain=found.key, subject=found, facts=facts)
    return consent


def _opened(link: SigningLink, by: Actor) -> Signature:
    """The signature a link confirms or rejects: once, in time, and while nothing else has ended it."""
    unused = SigningLink.objects.filter(pk=link.pk, purpose=LinkPurpose.CONFIRM, used_at=None)
    if not unused.update(used_at=by.at):
        raise Refused([used_already()])
    signature = Signature.objects.select_for_update().get(pk=link.signature_id)
    if by.at - signature.signed_at > CONFIRM_WITHIN:
        raise Refused([too_late()])
    if signature.state != SignatureState.WAITING:
        raise Refused([answered_already()])
    return signature
