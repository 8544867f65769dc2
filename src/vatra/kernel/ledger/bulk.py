"""Recording hundreds of thousands of acts at once, for imports and generated caseloads."""

from collections.abc import Iterable, Iterator
from itertools import islice
from uuid import UUID

from django.db import connection
from django.db.transaction import TransactionManagementError

from vatra.kernel.ledger.entry import NOTHING_BEFORE, Entry, Sealed, moment_text, sealed

BATCH = 20_000
LINES_AT_ONCE = 200

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

# The text format of COPY: a backslash begins an escape, a tab ends a column, a new line ends a row.
_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_NULL = r"\N"

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
            lines = map(_line, _sealed(batch, heads))
            while portion := "".join(islice(lines, LINES_AT_ONCE)):
                copy.write(portion)
        lengths, digests = zip(*heads.values(), strict=True)
        cursor.execute(_MOVE_HEADS, [list(heads), list(lengths), list(digests)])
    return len(batch)


def _sealed(batch: list[Entry], heads: Heads) -> Iterator[Sealed]:
    for entry in batch:
        length, previous = heads[entry.chain]
        event = sealed(entry, length + 1, previous)
        heads[entry.chain] = (event.position, event.digest)
        yield event


def _line(event: Sealed) -> str:
    """The event as COPY reads it; written by hand because a caseload has millions of them."""
    user = _NULL if event.user_id is None else event.user_id
    return (
        f"{event.chain}\t{event.position}\t{_escaped(event.act)}\t{event.reading}\t{user}\t{_escaped(event.role)}"
        f"\t{moment_text(event.at)}\t{event.on.isoformat()}\t{_escaped(event.subject_table)}"
        f"\t{_escaped(event.subject_id)}\t{_escaped(event.facts)}\t{_escaped(event.why)}"
        f"\t{_bytea(event.why_salt)}\t{_bytea(event.why_seal)}\t{_bytea(event.previous)}\t{_bytea(event.digest)}\n"
    )


def _escaped(text: str) -> str:
    return text if text.isprintable() and "\\" not in text else text.translate(_ESCAPES)


def _bytea(data: bytes | None) -> str:
    return _NULL if data is None else rf"\\x{data.hex()}"


def _batches(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while batch := list(islice(entries, BATCH)):
        yield batch
