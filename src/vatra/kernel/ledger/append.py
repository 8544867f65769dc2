"""Recording an act, or the reading of a file, in the transaction that does it."""

from collections.abc import Mapping
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

_TAKE_A_PLACE = """
    INSERT INTO kernel_chain (key, length, digest) VALUES (%s, 1, %s)
    ON CONFLICT (key) DO UPDATE SET length = kernel_chain.length + 1
    RETURNING length, digest
"""

_APPEND = """
    WITH head AS (UPDATE kernel_chain SET digest = %(digest)s WHERE key = %(chain)s)
    INSERT INTO kernel_event (
        chain, position, act, reading, user_id, role, at, on_day, subject_table, subject_id,
        facts, why, why_salt, why_seal, previous, digest
    ) VALUES (
        %(chain)s, %(position)s, %(act)s, %(reading)s, %(user_id)s, %(role)s, %(at)s, %(on)s,
        %(subject_table)s, %(subject_id)s, %(facts)s, %(why)s, %(why_salt)s, %(why_seal)s,
        %(previous)s, %(digest)s
    ) RETURNING id
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
    event = _append(Entry(act, by, chain, _row(subject), on, why, facts))
    recompute(chain, on=by.today)
    return event


def record_first(
    act: str, *, by: Actor, chain: UUID, subject: tuple[str, str], facts: Mapping[str, object]
) -> dict[str, Any]:
    """What `FIRST_EVENT` asks for, in a statement that writes an event together with the row it is about.

    For acts that are done hundreds of times a second, each beginning a chain of its own that no clock counts from.
    """
    return sealed(Entry(act, by, chain, subject, facts=facts), Head(str(chain)))._asdict()


def record_reading(
    act: str, *, by: Actor, chain: UUID, subject: Model | None = None, earliest: date | None = None
) -> Event:
    """Append that somebody read a file; `earliest` is the first day the page reached back to."""
    facts = {"earliest": earliest} if earliest else None
    return _append(Entry(act, by, chain, _row(subject), facts=facts, reading=True))


def _append(entry: Entry) -> Event:
    if not connection.in_atomic_block:
        raise TransactionManagementError(f"“{entry.act}” is recorded in the transaction that does it.")
    with connection.cursor() as cursor:
        cursor.execute(_TAKE_A_PLACE, [entry.chain, NOTHING_BEFORE])
        position, previous = cursor.fetchone()
        event = sealed(entry, Head(str(entry.chain), position - 1, bytes(previous)))
        cursor.execute(_APPEND, event._asdict())
        (number,) = cursor.fetchone()
    return _as_model(entry, event, number)


def _as_model(entry: Entry, event: Sealed, number: int) -> Event:
    read = {"chain": entry.chain, "facts": plain(entry.facts or {})}
    return Event(id=number, **event._asdict() | read)


def _row(subject: Model | None) -> tuple[str, str]:
    return (subject._meta.db_table, str(subject.pk)) if subject is not None else ("", "")
