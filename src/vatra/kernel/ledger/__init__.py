"""The ledger: every act and every reading appends one event, chained per file and bound into checkpoints."""

from vatra.kernel.ledger.actor import Actor
from vatra.kernel.ledger.append import (
    FIRST_EVENT,
    record,
    record_first,
    record_reading,
    record_together,
    row_of,
)
from vatra.kernel.ledger.bulk import record_many
from vatra.kernel.ledger.checkpoints import (
    InclusionProof,
    StillWriting,
    checkpoint,
    inclusion_proof,
    verify_inclusion,
)
from vatra.kernel.ledger.entry import Entry
from vatra.kernel.ledger.models import Chain, Checkpoint, Event
from vatra.kernel.ledger.verification import Finding, Report, verify

__all__ = [
    "FIRST_EVENT",
    "Actor",
    "Chain",
    "Checkpoint",
    "Entry",
    "Event",
    "Finding",
    "InclusionProof",
    "Report",
    "StillWriting",
    "checkpoint",
    "inclusion_proof",
    "record",
    "record_first",
    "record_many",
    "record_reading",
    "record_together",
    "row_of",
    "verify",
    "verify_inclusion",
]
