"""An entry of the ledger before and after it is sealed into its chain."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring as _quoted
from secrets import token_bytes
from typing import NamedTuple, TypeAlias
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


# All columns but the digest, which is computed from them.
_Columns: TypeAlias = tuple[
    str,
    int,
    str,
    bool,
    int | None,
    str,
    datetime,
    date,
    str,
    str,
    str,
    str,
    bytes | None,
    bytes | None,
    bytes,
]


@dataclass(slots=True)
class Head:
    """Where a chain stands: its key as text, how many events it has, and the digest of the last."""

    chain: str
    length: int = 0
    digest: bytes = NOTHING_BEFORE


def sealed(entry: Entry, head: Head) -> Sealed:
    """The entry in its place after the head of its chain, which moves on to it."""
    act, by, _chain, (table, key), on, why, facts, reading = entry
    salt = token_bytes(16) if why else None
    columns = (
        head.chain,
        head.length + 1,
        act,
        reading,
        by.user_id,
        by.role,
        by.at.astimezone(UTC),
        on or by.today,
        table,
        key,
        facts_text(facts) if facts else "{}",
        why,
        salt,
        seal_of(why, salt),
        head.digest,
    )
    head.length += 1
    head.digest = _digest(columns)
    return Sealed(*columns, head.digest)


def seal_of(why: str, salt: bytes | None) -> bytes | None:
    """The salted digest that stands for the words in the chain; None where there are no words."""
    return sha256(salt + why.encode()).digest() if salt is not None else None


def digest_of(event: Sealed) -> bytes:
    """SHA-256 of the event's canonical JSON: the next event and the Merkle tree rest on it."""
    return _digest(event[:-1])


def _digest(columns: _Columns) -> bytes:
    """Of what `canonical_text` would write: the keys are known and in order, so only the values are left to write."""
    chain, position, act, reading, user, role, at, on, table, key, facts, _why, _salt, why_seal, previous = (
        columns
    )
    seal = f'"{why_seal.hex()}"' if why_seal is not None else "null"
    content = (
        f'{{"act":{_quoted(act)},"at":"{moment_text(at)}","chain":"{chain}","facts":{facts}'
        f',"on":"{on.isoformat()}","position":{position},"previous":"{previous.hex()}"'
        f',"reading":{"true" if reading else "false"},"role":{_quoted(role)}'
        f',"subject":[{_quoted(table)},{_quoted(key)}],"user":{"null" if user is None else user},"why":{seal}}}'
    )
    return sha256(content.encode()).digest()


@lru_cache(maxsize=10_000)
def moment_text(at: datetime) -> str:
    """A moment in UTC, to the microsecond; many events of an import or a day have the same."""
    return at.isoformat(timespec="microseconds")
