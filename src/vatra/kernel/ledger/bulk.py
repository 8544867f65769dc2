"""Recording hundreds of thousands of acts at once, for imports and generated caseloads."""

from collections.abc import Iterable, Iterator
from itertools import islice
from uuid import UUID

from django.db import connection
from django.db.transaction import TransactionManagementError

from vatra.kernel.ledger.entry import NOTHING_BEFORE, Entry, Sealed, sealed

BATCH = 20_000

_TAKE_HEADS = """
    INSERT INTO kernel_chain (key, length, digest)
    SELECT key, 0, %s FROM unnest(%s::uuid[]) AS key ORDER BY key
    ON CONFLICT (key) DO UPDATE SET length = kernel_chain.length
    RETURNING key, length, digest
"""

_MOVE_HEADS = """
    UPDATE kernel_chain SET length = head.length, digest = head.digest
    FROM unnest(%s::uuid[], %s::int[], %s::bytea[]) AS head (key, length, digest)
    WHERE kernel_chain.key = head.key
"""

_COPY_EVENTS = """
    COPY kernel_event (
        chain, position, act, reading, user_id, role, at, on_day, subject_table, subject_id,
        facts, why, why_salt, why_seal, previous, digest
    ) FROM STDIN
"""

Heads = dict[UUID, tuple[int, bytes]]


def record_many(entries: Iterable[Entry]) -> int:
    """Append the entries in order as `record` would, and return how many; duties are left to the caller."""
    if not connection.in_atomic_block:
        raise TransactionManagementError("Acts are recorded in the transaction that does them.")
    return sum(_append_batch(batch) for batch in _batches(iter(entries)))


def _append_batch(batch: list[Entry]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_TAKE_HEADS, [NOTHING_BEFORE, list({entry.chain for entry in batch})])
        heads = {key: (length, bytes(digest)) for key, length, digest in cursor.fetchall()}
        with cursor.copy(_COPY_EVENTS) as copy:
            for event in _sealed(batch, heads):
                copy.write_row(list(event.columns().values()))
        lengths, digests = zip(*heads.values(), strict=True)
        cursor.execute(_MOVE_HEADS, [list(heads), list(lengths), list(digests)])
    return len(batch)


def _sealed(batch: list[Entry], heads: Heads) -> Iterator[Sealed]:
    for entry in batch:
        length, previous = heads[entry.chain]
        event = sealed(entry, length + 1, previous)
        heads[entry.chain] = (event.position, event.digest)
        yield event


def _batches(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while batch := list(islice(entries, BATCH)):
        yield batch
