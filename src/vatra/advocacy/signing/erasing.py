"""Erasing who signed: name, address and what led from a mail to the signature go, the signature stays."""

from collections.abc import Sequence
from datetime import date

from vatra.advocacy.models import Signature, Signer, SignerMail, SigningAttempt, SigningLink
from vatra.kernel.clock import midnight


def erase_signers(signatures: Sequence[Signature]) -> None:
    """Of these signatures; the acts that call for it record why."""
    keys = [signature.pk for signature in signatures]
    signers = [signature.signer_id for signature in signatures if signature.signer_id]
    SigningLink.objects.filter(signature__in=keys).delete()
    # That a mail was sent stays on record: when and what about, to nobody that could be named.
    SignerMail.objects.filter(signature__in=keys, offered_at=None).delete()
    Signature.objects.filter(pk__in=keys).update(signer=None)
    Signer.objects.filter(pk__in=signers).delete()
    for signature in signatures:
        signature.signer = None


def forget_attempts(*, before: date) -> None:
    """Throw away what was counted on past days for the limits of a network."""
    SigningAttempt.objects.filter(sent_at__lt=midnight(before)).delete()
