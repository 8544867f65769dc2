"""Recording hundreds of thousands of acts at once, for imports and generated caseloads."""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import connection
from django.db.transaction import TransactionManagementError

from vatra.kernel.copying import NULL, array, copy_lines, escaped
from vatra.kernel.ledger.entry import NOTHING_BEFORE, Entry, Head, Sealed, moment_text, sealed

BATCH = 20_000

_TAKE_HEADS = """
    INSERT INTO kernel_chain (key, length, digest)
    SELECT key, 0, %s FROM unnest(%s::uuid[]) AS key ORDER BY key
    ON CONFLICT (key) DO UPDATE SET length = kernel_chain.length
    RETURNING key, length, digest
"""

_MOVE_HEADS = """
    UPDATE kernel_chain SET length = head.length, digest = decode(head.digest, 'hex')
    FROM unnest(%s::uuid[], %s::int[], %s::text[]) AS head (key, length, digest)
    WHERE kernel_chain.key = head.key
"""

_COPY_EVENTS = """
    COPY kernel_event (
        chain, position, act, reading, user_id, role, at, on_day, subject_table, subject_id,
        facts, why, why_salt, why_seal, previous, digest
    ) FROM STDIN
"""


def record_many(entries: Iterable[Entry]) -> int:
    """Append the entries in order as `record` would, and return how many; duties are left to the caller."""
    if not connection.in_atomic_block:
        raise TransactionManagementError("Acts are recorded in the transaction that does them.")
    return sum(_append_batch(batch) for batch in _batches(iter(entries)))


def _append_batch(batch: list[Entry]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_TAKE_HEADS, [NOTHING_BEFORE, list({entry.chain for entry in batch})])
        heads = {key: Head(str(key), length, bytes(digest)) for key, length, digest in cursor.fetchall()}
        copy_lines(_COPY_EVENTS, (_line(sealed(entry, heads[entry.chain])) for entry in batch))
        moved = ((head.chain, str(head.length), head.digest.hex()) for head in heads.values())
        cursor.execute(_MOVE_HEADS, list(map(array, zip(*moved, strict=True))))
    return len(batch)


def _line(event: Sealed) -> str:
    """The event as COPY reads it; written by hand because a caseload has millions of them."""
    chain, place, act, reading, user, role, at, on, table, key, facts, why, salt, seal, previous, digest = (
        event
    )
    if not (text := f"{act}{role}{table}{key}{facts}{why}").isprintable() or "\\" in text:
        act, role, table, key, facts, why = map(escaped, (act, role, table, key, facts, why))
    return (
        f"{chain}\t{place}\t{act}\t{reading}\t{NULL if user is None else user}\t{role}\t{moment_text(at)}"
        f"\t{on.isoformat()}\t{table}\t{key}\t{facts}\t{why}\t{_bytea(salt)}\t{_bytea(seal)}"
        f"\t\\\\x{previous.hex()}\t\\\\x{digest.hex()}\n"
    )


def _bytea(data: bytes | None) -> str:
    return NULL if data is None else rf"\\x{data.hex()}"


def _batches(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while batch := list(islice(entries, BATCH)):
        yield batch
