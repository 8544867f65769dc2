"""Each event's digest is computed anew, and each event stands right after the one before it."""

import json
from collections.abc import Iterator
from functools import lru_cache

from vatra.kernel.ledger.canonical import canonical_text
from vatra.kernel.ledger.entry import NOTHING_BEFORE, Sealed, digest_of, seal_of
from vatra.kernel.ledger.verification.report import Finding
from vatra.kernel.ledger.verification.snapshot import first_row, streamed

# Chain and facts come as text, as the digest takes them: a million UUID objects would cost seconds.
_EVENTS = """
    SELECT id, chain::text, position, act, reading, user_id, role, at, on_day, subject_table, subject_id,
        facts::text, why, why_salt, why_seal, previous, digest
    FROM kernel_event ORDER BY id
"""

_OUT_OF_PLACE = """
    SELECT id, chain, position FROM (
        SELECT id, chain, position, previous,
            row_number() OVER file AS place, lag(digest, 1, %s::bytea) OVER file AS before
        FROM kernel_event WINDOW file AS (PARTITION BY chain ORDER BY position)
    ) placed
    WHERE place <> position OR previous <> before ORDER BY id LIMIT 1
"""

_HEAD_APART = """
    SELECT coalesce(head.key, last.chain), coalesce(head.length, 0), coalesce(last.position, 0)
    FROM kernel_chain head FULL JOIN (
        SELECT DISTINCT ON (chain) chain, position, digest FROM kernel_event ORDER BY chain, position DESC
    ) last ON last.chain = head.key
    WHERE (head.length, head.digest) IS DISTINCT FROM (last.position, last.digest) ORDER BY 1 LIMIT 1
"""


FACTS = Sealed._fields.index("facts")


class EventCheck:
    """Goes through all events in the order they were recorded and remembers the first that was altered."""

    def __init__(self) -> None:
        self.altered: Finding | None = None

    def digests(self) -> Iterator[tuple[int, bytes]]:
        """Number and recomputed digest of every event, for the Merkle tree."""
        for number, *columns in streamed(_EVENTS):
            columns[FACTS] = _as_sealed(columns[FACTS])
            event = Sealed(*columns)
            digest = digest_of(event)
            if self.altered is None and (digest != event.digest or not _words_fit(event)):
                self.altered = Finding(
                    "event",
                    str(number),
                    f"Event {number} ({event.act}, place {event.position} of file {event.chain})"
                    " is not what was recorded: its contents do not give its digest.",
                )
            yield number, digest


def place_findings() -> Iterator[Finding]:
    """The first event that does not follow the one before it."""
    if row := first_row(_OUT_OF_PLACE, [NOTHING_BEFORE]):
        number, chain, position = row
        yield Finding(
            "event",
            str(number),
            f"Event {number} (place {position} of file {chain}) does not follow the event before it:"
            " one was changed, dropped or slipped in.",
        )


def head_findings() -> Iterator[Finding]:
    """The first chain that ends elsewhere than its head says."""
    if row := first_row(_HEAD_APART):
        chain, length, found = row
        yield Finding(
            "chain",
            str(chain),
            f"File {chain} should have {length} events, and the last one found is {found}.",
        )


@lru_cache(maxsize=50_000)
def _as_sealed(facts: str) -> str:
    """The facts as their digest takes them, from how PostgreSQL writes them; the same facts come again and again."""
    return canonical_text(json.loads(facts))


def _words_fit(event: Sealed) -> bool:
    """Whether the reason is the one that was sealed; words erased by a court took their salt along."""
    return (event.why_salt is None and not event.why) or seal_of(event.why, event.why_salt) == event.why_seal
