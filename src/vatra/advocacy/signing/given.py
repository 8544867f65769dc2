"""What somebody sent from the page where a text is signed."""

from collections.abc import Collection
from dataclasses import dataclass

from vatra.advocacy.signing.words import HeldFor, Purpose


@dataclass(frozen=True)
class Given:
    """A name below a text, as it was sent: the numbers of sheet and text, who signs, and what is known of the sending."""

    sheet: int
    text: int
    name: str
    email: str
    municipality: str
    language: str
    purposes: Collection[Purpose]
    network: bytes
    proof: str
    # Why a person looks at it first, as far as the sending itself tells.
    held_for: HeldFor | None = None
