"""How the same signer is known again without keeping who it is: keyed digests that nobody without the key can try out."""

import hmac
from hashlib import sha256

from django.conf import settings

from vatra.advocacy.signing.names import as_one_person
from vatra.kernel.mailbox import canonical

# Parts are parted by what neither an address nor a name can hold.
_PART = "\0"


def address_digest(email: str) -> bytes:
    """Of the mailbox: the same for every spelling of its address."""
    return keyed("mailbox", canonical(email))


def person_digest(email: str, name: str) -> bytes:
    """Of one person at a mailbox: two people may share one."""
    return keyed("person", canonical(email), as_one_person(name))


def keyed(*parts: str) -> bytes:
    """HMAC-SHA256 under the organisation's key."""
    return hmac.digest(b"signing:" + settings.SEAL_KEY.encode(), _PART.join(parts).encode(), sha256)
