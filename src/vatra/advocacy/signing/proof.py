"""A short calculation that a browser does before sending: nothing to a person, dear to somebody who sends thousands.

Challenges are made and checked here with the altcha library; nobody else is asked.
"""

from binascii import Error as NotBase64
from datetime import timedelta
from secrets import randbelow
from typing import Any

from altcha import Payload, create_challenge, verify_solution
from django.conf import settings

from vatra.kernel import clock

# As many tries at most; half of them on average, a fraction of a second in any browser of these years.
HARDEST = 40_000
ALGORITHM = "SHA-256"
GOOD_FOR = timedelta(minutes=30)


def challenge(sheet: int, *, counter: int | None = None) -> dict[str, Any]:
    """What a browser is asked to calculate before it signs this sheet; `counter` is the answer."""
    made = create_challenge(
        ALGORITHM,
        1,
        counter=randbelow(HARDEST) if counter is None else counter,
        expires_at=clock.now() + GOOD_FOR,
        data={"sheet": sheet},
        hmac_secret=_secret(),
    )
    return made.to_dict()


def number_of(answer: str, *, sheet: int) -> str:
    """The number of the challenge this answer solves; nothing where it solves none of this sheet."""
    try:
        payload = Payload.from_base64(answer)
        is_right = verify_solution(payload, _secret()).verified
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, NotBase64):
        return ""
    asked = payload.challenge.parameters
    return str(asked.nonce) if is_right and asked.data == {"sheet": sheet} else ""


def _secret() -> str:
    return f"proof:{settings.SECRET_KEY}"
