"""An entry of the ledger before and after it is sealed into its chain."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring as _quoted
from secrets import token_bytes
from typing import NamedTuple
from uuid import UUID

from vatra.kernel.ledger.actor import Actor
from vatra.kernel.ledger.canonical import facts_text

NOTHING_BEFORE = bytes(32)


class Entry(NamedTuple):
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
    """An entry in its place: the columns of the event table, chain and facts written as the digest takes them."""

    chain: str
    position: int
    act: str
    reading: bool
    user_id: int | None
    role: str
    at: datetime
    on: date
    subject_table: str
    subject_id: str
    facts: str
    why: str
    why_salt: bytes | None
    why_seal: bytes | None
    previous: bytes
    digest: bytes


def sealed(entry: Entry, position: int, previous: bytes) -> Sealed:
    """The entry at its position, after the event whose digest is `previous`."""
    salt = token_bytes(16) if entry.why else None
    unsigned = Sealed(
        str(entry.chain),
        position,
        entry.act,
        entry.reading,
        entry.by.user_id,
        entry.by.role,
        entry.by.at.astimezone(UTC),
        entry.on or entry.by.today,
        *entry.subject,
        facts_text(entry.facts) if entry.facts else "{}",
        entry.why,
        salt,
        seal_of(entry.why, salt),
        previous,
        digest=b"",
    )
    return Sealed(*unsigned[:-1], digest_of(unsigned))


def seal_of(why: str, salt: bytes | None) -> bytes | None:
    """The salted digest that stands for the words in the chain; None where there are no words."""
    return sha256(salt + why.encode()).digest() if salt is not None else None


def digest_of(event: Sealed) -> bytes:
    """SHA-256 of the event's canonical JSON: the next event and the Merkle tree rest on it."""
    return sha256(_content(event).encode()).digest()


def _content(event: Sealed) -> str:
    """What `canonical_text` would write: the keys are known and in order, so only the values are left to write."""
    seal = f'"{event.why_seal.hex()}"' if event.why_seal is not None else "null"
    user = event.user_id if event.user_id is not None else "null"
    return (
        f'{{"act":{_quoted(event.act)},"at":"{moment_text(event.at)}"'
        f',"chain":"{event.chain}","facts":{event.facts},"on":"{event.on.isoformat()}"'
        f',"position":{event.position},"previous":"{event.previous.hex()}"'
        f',"reading":{"true" if event.reading else "false"},"role":{_quoted(event.role)}'
        f',"subject":[{_quoted(event.subject_table)},{_quoted(event.subject_id)}],"user":{user},"why":{seal}}}'
    )


@lru_cache(maxsize=10_000)
def moment_text(at: datetime) -> str:
    """A moment in UTC, to the microsecond; many events of an import or a day have the same."""
    return at.isoformat(timespec="microseconds")
