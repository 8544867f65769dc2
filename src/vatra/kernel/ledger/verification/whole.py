from collections.abc import Iterable

from vatra.kernel.ledger.models import Chain, Checkpoint
from vatra.kernel.ledger.verification.checkpoints import MarkCheck, event_marks, row_marks, sequence_findings
from vatra.kernel.ledger.verification.events import EventCheck, chain_findings
from vatra.kernel.ledger.verification.report import Progress, Report
from vatra.kernel.ledger.verification.rows import history_digests, row_findings, rows_now
from vatra.kernel.ledger.verification.snapshot import ROWS_AT_ONCE, snapshot


def verify(progress: Progress | None = None) -> Report:
    """Check the whole record in one view of the database, naming the first of each kind that is wrong."""
    with snapshot():
        made = list(Checkpoint.objects.order_by("id"))
        events, event_tree = EventCheck(), MarkCheck(event_marks(made), "events")
        _grow(event_tree, events.digests(), "events", progress)
        row_tree = MarkCheck(row_marks(made), "changes of rows")
        _grow(row_tree, history_digests(), "changes of rows", progress)
        findings = [*([events.altered] if events.altered else []), *chain_findings()]
        findings += [*row_findings(), *sequence_findings(made), *event_tree.findings, *row_tree.findings]
        return Report(
            events=event_tree.tree.size,
            chains=Chain.objects.count(),
            row_changes=row_tree.tree.size,
            rows=rows_now(),
            checkpoints=len(made),
            findings=findings,
        )


def _grow(
    check: MarkCheck, digests: Iterable[tuple[int, bytes]], what: str, progress: Progress | None
) -> None:
    for number, digest in digests:
        check.add(number, digest)
        if progress and check.tree.size % ROWS_AT_ONCE == 0:
            progress(what, check.tree.size)
    check.close()
