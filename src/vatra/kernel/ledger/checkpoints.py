"""Checkpoints: one digest for everything recorded so far, and proofs that an event is under it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from django.db import OperationalError, connection, transaction
from psycopg.errors import LockNotAvailable

from vatra.kernel.ledger.canonical import Json, canonical
from vatra.kernel.ledger.entry import NOTHING_BEFORE
from vatra.kernel.ledger.merkle import Tree, inclusion_path, root_from_path
from vatra.kernel.ledger.models import Checkpoint, Event
from vatra.kernel.row_history import RowHistory

SECONDS_TO_WAIT = 5
DIGESTS_AT_ONCE = 20_000
_SETTLED = """
    SELECT (SELECT coalesce(max(id), 0) FROM kernel_event),
        (SELECT coalesce(max(id), 0) FROM kernel_rowhistory)
"""


class StillWriting(Exception):  # noqa: N818 - it reads as what is the case
    """A long transaction, such as an import, is still adding events; the checkpoint has to wait."""


@dataclass(frozen=True, slots=True)
class InclusionProof:
    """What an outsider needs, besides the checkpoint's root, to see that an event is among its events."""

    index: int
    size: int
    path: list[bytes]


@transaction.atomic
def checkpoint(*, at: datetime) -> Checkpoint | None:
    """Bind all events and row history so far into one digest; None if nothing came since the last."""
    last_event, last_row = _settled()
    before = Checkpoint.objects.order_by("-id").first()
    if before and (before.last_event, before.last_row) == (last_event, last_row):
        return None
    events = Tree.resumed(before.event_count, bytes(before.event_peaks)) if before else Tree()
    rows = Tree.resumed(before.row_count, bytes(before.row_peaks)) if before else Tree()
    _grow(events, Event, before.last_event if before else 0, last_event)
    _grow(rows, RowHistory, before.last_row if before else 0, last_row)
    made = Checkpoint(
        at=at.astimezone(UTC),
        event_count=events.size,
        last_event=last_event,
        event_root=events.root(),
        event_peaks=events.packed_peaks(),
        row_count=rows.size,
        last_row=last_row,
        row_root=rows.root(),
        row_peaks=rows.packed_peaks(),
        previous=bytes(before.digest) if before else NOTHING_BEFORE,
    )
    made.digest = checkpoint_digest(made)
    made.save(force_insert=True)
    return made


def checkpoint_digest(made: Checkpoint) -> bytes:
    """SHA-256 of the checkpoint's canonical JSON: short enough to leave with an ombudsperson."""
    content: dict[str, Json] = {
        "at": made.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "event_count": made.event_count,
        "event_root": bytes(made.event_root).hex(),
        "last_event": made.last_event,
        "last_row": made.last_row,
        "previous": bytes(made.previous).hex(),
        "row_count": made.row_count,
        "row_root": bytes(made.row_root).hex(),
    }
    return sha256(canonical(content)).digest()


def inclusion_proof(event: Event, under: Checkpoint) -> InclusionProof:
    """The proof that `event` is under the checkpoint; LookupError if it was recorded after it."""
    if event.id > under.last_event:
        raise LookupError(f"Event {event.id} was recorded after checkpoint {under.id}.")
    index = Event.objects.filter(id__lt=event.id).count()
    return InclusionProof(
        index, under.event_count, inclusion_path(index, _digests(Event, 0, under.last_event))
    )


def verify_inclusion(digest: bytes, proof: InclusionProof, root: bytes) -> bool:
    """Whether the proof leads from the event's digest to the root of the checkpoint."""
    return root_from_path(proof.index, proof.size, digest, proof.path) == root


def _settled() -> tuple[int, int]:
    """The highest numbers under which nothing can still appear: nobody holds a number yet to be committed."""
    with _whole_ledger_lock(), connection.cursor() as cursor:
        cursor.execute(_SETTLED)
        last_event, last_row = cursor.fetchone()
        return last_event, last_row


@contextmanager
def _whole_ledger_lock() -> Iterator[None]:
    with connection.cursor() as cursor:
        try:
            cursor.execute(f"SET LOCAL lock_timeout = '{SECONDS_TO_WAIT}s'")
            cursor.execute("SELECT pg_advisory_lock(kernel_ledger_lock())")
        except OperationalError as error:
            if isinstance(error.__cause__, LockNotAvailable):
                raise StillWriting(
                    "Somebody is still recording many acts; try again when that has ended."
                ) from error
            raise
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(kernel_ledger_lock())")


def _grow(tree: Tree, model: type[Event] | type[RowHistory], after: int, until: int) -> None:
    for digest in _digests(model, after, until):
        tree.add(digest)


def _digests(model: type[Event] | type[RowHistory], after: int, until: int) -> Iterator[bytes]:
    rows = model.objects.filter(id__gt=after, id__lte=until).order_by("id")
    return map(bytes, rows.values_list("digest", flat=True).iterator(chunk_size=DIGESTS_AT_ONCE))
