"""What stands in the link of a mail: names one letter or registration, cannot be guessed, and lapses.

What a token confirms is confirmed once, by a button and never by opening the page, so that a program that opens the
links of mails confirms nothing. Shown again, a token that was used only leads to the page that says so.
"""

from datetime import timedelta
from uuid import UUID

from django.core import signing

CONFIRM_LETTER = "advocacy.confirm-letter"
DID_THEY_ANSWER = "advocacy.did-they-answer"
CONFIRM_PLACE = "advocacy.confirm-place"

LAPSES = {
    CONFIRM_LETTER: timedelta(days=7),
    DID_THEY_ANSWER: timedelta(days=90),
    CONFIRM_PLACE: timedelta(days=7),
}


def token_for(key: UUID, purpose: str) -> str:
    """The token for a key, good for this purpose alone."""
    return signing.dumps(str(key), salt=purpose)


def key_in(token: str, purpose: str) -> UUID | None:
    """The key in a token; None where it was changed, is for another purpose, or has lapsed."""
    try:
        return UUID(signing.loads(token, salt=purpose, max_age=LAPSES[purpose]))
    except (signing.BadSignature, ValueError):
        return None
