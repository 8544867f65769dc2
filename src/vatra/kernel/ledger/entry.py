"""An entry of the ledger before and after it is sealed into its chain."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from secrets import token_bytes
from typing import Any, NamedTuple
from uuid import UUID

from vatra.kernel.ledger.actor import Actor
from vatra.kernel.ledger.canonical import Json, canonical, plain

NOTHING_BEFORE = bytes(32)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be recorded; `subject` is the table and the key of the row it is about."""

    act: str
    by: Actor
    chain: UUID
    subject: tuple[str, str] = ("", "")
    on: date | None = None
    why: str = ""
    facts: Mapping[str, object] | None = None
    reading: bool = False


class Sealed(NamedTuple):
    """An entry in its place: the columns of the event table, by their field names."""

    chain: UUID
    position: int
    act: str
    reading: bool
    user_id: int | None
    role: str
    at: datetime
    on: date
    subject_table: str
    subject_id: str
    facts: dict[str, Json]
    why: str
    why_salt: bytes | None
    why_seal: bytes | None
    previous: bytes
    digest: bytes

    def columns(self) -> dict[str, Any]:
        """The values as the database takes them."""
        return self._asdict() | {"facts": canonical(self.facts).decode()}


def sealed(entry: Entry, position: int, previous: bytes) -> Sealed:
    """The entry at its position, after the event whose digest is `previous`."""
    salt = token_bytes(16) if entry.why else None
    open_event = Sealed(
        chain=entry.chain,
        position=position,
        act=entry.act,
        reading=entry.reading,
        user_id=entry.by.user_id,
        role=entry.by.role,
        at=entry.by.at.astimezone(UTC),
        on=entry.on or entry.by.today,
        subject_table=entry.subject[0],
        subject_id=entry.subject[1],
        facts=plain(entry.facts or {}),
        why=entry.why,
        why_salt=salt,
        why_seal=seal_of(entry.why, salt),
        previous=previous,
        digest=b"",
    )
    return open_event._replace(digest=digest_of(open_event))


def seal_of(why: str, salt: bytes | None) -> bytes | None:
    """The salted digest that stands for the words in the chain; None where there are no words."""
    return sha256(salt + why.encode()).digest() if salt is not None else None


def digest_of(event: Sealed) -> bytes:
    """SHA-256 of the event's canonical JSON: the next event and the Merkle tree rest on it."""
    content: dict[str, Json] = {
        "act": event.act,
        "at": event.at.isoformat(timespec="microseconds"),
        "chain": str(event.chain),
        "facts": event.facts,
        "on": event.on.isoformat(),
        "position": event.position,
        "previous": event.previous.hex(),
        "reading": event.reading,
        "role": event.role,
        "subject": [event.subject_table, event.subject_id],
        "user": event.user_id,
        "why": event.why_seal.hex() if event.why_seal is not None else None,
    }
    return sha256(canonical(content)).digest()
