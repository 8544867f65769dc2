"""Links in mails to signers: a random word in the address, of which only the digest is kept."""

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from vatra.advocacy.models import Signature, SigningLink
from vatra.advocacy.signing.words import LinkPurpose
from vatra.kernel import clock

WORD_BYTES = 32
CONFIRM_WITHIN = timedelta(days=30)
"""Counted from the signature; after that it has expired and its signer's name and address are erased."""


def new_link(signature: Signature, purpose: LinkPurpose) -> str:
    """Make a link to this signature and return its word, which is nowhere kept."""
    word = token_urlsafe(WORD_BYTES)
    SigningLink.objects.create(
        digest=_digest(word), signature=signature, purpose=purpose, made_at=clock.now()
    )
    return word


def link_of(word: str, purpose: LinkPurpose, *, slug: str) -> SigningLink | None:
    """The link with this word below this action, used or not, if its signer is still known."""
    links = SigningLink.objects.select_related("signature__sheet__action", "signature__signer")
    known = links.filter(signature__sheet__action__slug=slug, signature__signer__isnull=False)
    return known.filter(digest=_digest(word), purpose=purpose).first()


def _digest(word: str) -> bytes:
    return sha256(word.encode()).digest()
