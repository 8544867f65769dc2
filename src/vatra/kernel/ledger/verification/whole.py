from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from vatra.kernel.ledger.models import Chain, Checkpoint
from vatra.kernel.ledger.verification import rows
from vatra.kernel.ledger.verification.checkpoints import MarkCheck, event_marks, row_marks, sequence_findings
from vatra.kernel.ledger.verification.events import EventCheck, head_findings, place_findings
from vatra.kernel.ledger.verification.report import Finding, Progress, Report
from vatra.kernel.ledger.verification.snapshot import ROWS_AT_ONCE, Begun, Job, snapshot


def verify(progress: Progress | None = None) -> Report:
    """Check the whole record in one view of the database, naming the first of each kind that is wrong.

    The database compares rows and recomputes their history on connections of its own, while this process
    recomputes the events.
    """
    with snapshot() as begin:
        made = list(Checkpoint.objects.order_by("id"))
        elsewhere = _begin_all(begin)
        events, event_tree = EventCheck(), MarkCheck(event_marks(made), "events")
        _grow(event_tree, events.digests(), "events", progress)
        row_tree = MarkCheck(row_marks(made), "changes of rows")
        _grow(row_tree, rows.history_digests(row_tree.until), "changes of rows", progress)
        found = [*([events.altered] if events.altered else []), *elsewhere()]
        found += [*sequence_findings(made), *event_tree.findings, *row_tree.findings]
        return Report(
            events=event_tree.seen,
            chains=Chain.objects.count(),
            row_changes=rows.changes(),
            rows=rows.rows_now(),
            checkpoints=len(made),
            findings=found,
        )


def _begin_all(begin: Callable[[Job], Begun]) -> Callable[[], Iterator[Finding]]:
    """Begin the jobs of the database; what they found comes in the order of the report."""
    in_chains = [begin(job) for job in (place_findings, head_findings)]
    in_rows = [begin(job) for job in rows.row_jobs()]
    in_history = [begin(job) for job in rows.history_jobs()]
    return lambda: chain(_found(in_chains), islice(_found(in_history), 1), _found(in_rows))


def _found(begun: Iterable[Begun]) -> Iterator[Finding]:
    for each in begun:
        yield from each.result()


def _grow(
    check: MarkCheck, digests: Iterable[tuple[int, bytes]], what: str, progress: Progress | None
) -> None:
    for number, digest in digests:
        check.add(number, digest)
        if progress and check.seen % ROWS_AT_ONCE == 0:
            progress(what, check.seen)
    check.close()
