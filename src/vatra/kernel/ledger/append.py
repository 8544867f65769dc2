"""Recording an act, or the reading of a file, in the transaction that does it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model
from django.db.transaction import TransactionManagementError

from vatra.kernel.duty.upkeep import recompute
from vatra.kernel.ledger.actor import Actor
from vatra.kernel.ledger.canonical import plain
from vatra.kernel.ledger.entry import NOTHING_BEFORE, Entry, Head, Sealed, sealed
from vatra.kernel.ledger.models import Event

# In the order of their keys, so that two acts on the same children wait for each other instead of for ever.
_TAKE_PLACES = """
    INSERT INTO kernel_chain (key, length, digest)
    SELECT key, 1, %s FROM unnest(%s::uuid[]) AS key ORDER BY key
    ON CONFLICT (key) DO UPDATE SET length = kernel_chain.length + 1
    RETURNING key, length, digest
"""

_APPEND = """
    WITH event AS (
        SELECT * FROM unnest(
            %s::uuid[], %s::int[], %s::text[], %s::bool[], %s::int[], %s::text[], %s::timestamptz[], %s::date[],
            %s::text[], %s::text[], %s::text[], %s::text[], %s::bytea[], %s::bytea[], %s::bytea[], %s::bytea[]
        ) AS event (
            chain, position, act, reading, user_id, role, at, on_day,
            subject_table, subject_id, facts, why, why_salt, why_seal, previous, digest
        )
    ),
    head AS (
        UPDATE kernel_chain SET digest = event.digest FROM event WHERE kernel_chain.key = event.chain
    )
    INSERT INTO kernel_event (
        chain, position, act, reading, user_id, role, at, on_day, subject_table, subject_id,
        facts, why, why_salt, why_seal, previous, digest
    )
    SELECT chain, position, act, reading, user_id, role, at, on_day, subject_table, subject_id,
        facts::jsonb, why, why_salt, why_seal, previous, digest FROM event
    RETURNING chain, id
"""

# Two parts of a WITH statement: the chain and its first event, once for every row of `{source}`.
FIRST_EVENT = """
    chain_begun AS (INSERT INTO kernel_chain (key, length, digest) SELECT %(chain)s, 1, %(digest)s FROM {source}),
    first_event AS (
        INSERT INTO kernel_event (
            chain, position, act, reading, user_id, role, at, on_day, subject_table, subject_id,
            facts, why, why_salt, why_seal, previous, digest
        )
        SELECT
            %(chain)s, 1, %(act)s, false, %(user_id)s, %(role)s, %(at)s, %(on)s, %(subject_table)s, %(subject_id)s,
            %(facts)s, '', NULL, NULL, %(previous)s, %(digest)s
        FROM {source}
    )
"""


def record(
    act: str,
    *,
    by: Actor,
    chain: UUID,
    subject: Model | None = None,
    on: date | None = None,
    why: str = "",
    facts: Mapping[str, object] | None = None,
) -> Event:
    """Append an act to its chain and bring the duties of that file up to date.

    `on` is the day the act takes effect (the actor's day if not given), `why` the written reason, `facts`
    codes, ids and days only. Outside a transaction it raises TransactionManagementError: an act and its
    event are one.
    """
    (event,) = record_together([Entry(act, by, chain, row_of(subject), on, why, facts)])
    return event


def record_first(
    act: str, *, by: Actor, chain: UUID, subject: tuple[str, str], facts: Mapping[str, object]
) -> dict[str, Any]:
    """What `FIRST_EVENT` asks for, in a statement that writes an event together with the row it is about.

    For acts that are done hundreds of times a second, each beginning a chain of its own that no clock counts from.
    """
    return sealed(Entry(act, by, chain, subject, facts=facts), Head(str(chain)))._asdict()


def record_together(entries: Sequence[Entry]) -> list[Event]:
    """Append one act that concerns several files, once to the chain of each; as many statements as for one."""
    events = _append(entries)
    recompute([entry.chain for entry in entries], on=entries[0].by.today)
    return events


def record_reading(
    act: str, *, by: Actor, chain: UUID, subject: Model | None = None, earliest: date | None = None
) -> Event:
    """Append that somebody read a file; `earliest` is the first day the page reached back to."""
    facts = {"earliest": earliest} if earliest else None
    (event,) = _append([Entry(act, by, chain, row_of(subject), facts=facts, reading=True)])
    return event


def _append(entries: Sequence[Entry]) -> list[Event]:
    if not connection.in_atomic_block:
        raise TransactionManagementError(f"“{entries[0].act}” is recorded in the transaction that does it.")
    with connection.cursor() as cursor:
        cursor.execute(_TAKE_PLACES, [NOTHING_BEFORE, [entry.chain for entry in entries]])
        heads = {key: Head(str(key), length - 1, bytes(digest)) for key, length, digest in cursor.fetchall()}
        events = [sealed(entry, heads[entry.chain]) for entry in entries]
        cursor.execute(_APPEND, [list(column) for column in zip(*events, strict=True)])
        numbers = dict(cursor.fetchall())
    return [
        _as_model(entry, event, numbers[entry.chain]) for entry, event in zip(entries, events, strict=True)
    ]


def _as_model(entry: Entry, event: Sealed, number: int) -> Event:
    read = {"chain": entry.chain, "facts": plain(entry.facts or {})}
    return Event(id=number, **event._asdict() | read)


def row_of(subject: Model | None) -> tuple[str, str]:
    """The row an act is about, as its entry names it."""
    return (subject._meta.db_table, str(subject.pk)) if subject is not None else ("", "")
