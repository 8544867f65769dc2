"""Invitation codes: easy to read out and type in, impossible to guess, and kept only as digests."""

import re
from hashlib import sha256
from secrets import choice

# Without letters and digits that look like one another; 30^10 codes.
SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ2345678"
LENGTH = 10
GROUP = 5
_BETWEEN = re.compile(r"[\s-]+")


def new_code() -> str:
    """A fresh code, such as K3WPD-7HQ2M."""
    signs = "".join(choice(SIGNS) for _sign in range(LENGTH))
    return f"{signs[:GROUP]}-{signs[GROUP:]}"


def digest_of(code: str) -> str:
    """What is kept of a code, however its letters were typed."""
    return sha256(b"survey code:" + _BETWEEN.sub("", code).upper().encode()).hexdigest()
