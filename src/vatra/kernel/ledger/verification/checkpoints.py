"""Each checkpoint's roots are computed anew, and each checkpoint stands right after the one before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vatra.kernel.ledger.checkpoints import checkpoint_digest
from vatra.kernel.ledger.entry import NOTHING_BEFORE
from vatra.kernel.ledger.merkle import Tree
from vatra.kernel.ledger.models import Checkpoint
from vatra.kernel.ledger.verification.report import Finding


@dataclass(frozen=True, slots=True)
class Mark:
    """What a checkpoint says about one tree: so many leaves, up to this number, under this root."""

    checkpoint: int
    size: int
    last: int
    root: bytes
    peaks: bytes


def event_marks(made: Iterable[Checkpoint]) -> list[Mark]:
    return [Mark(c.id, c.event_count, c.last_event, bytes(c.event_root), bytes(c.event_peaks)) for c in made]


def row_marks(made: Iterable[Checkpoint]) -> list[Mark]:
    return [Mark(c.id, c.row_count, c.last_row, bytes(c.row_root), bytes(c.row_peaks)) for c in made]


class MarkCheck:
    """Grows a tree leaf by leaf, up to the last checkpoint, and compares it with every checkpoint on the way."""

    def __init__(self, marks: list[Mark], what: str) -> None:
        self.tree = Tree()
        self.seen = 0
        self.until = marks[-1].last if marks else 0
        self.findings: list[Finding] = []
        self._what = what
        self._ahead = iter(marks)
        self._mark = next(self._ahead, None)

    def add(self, number: int, digest: bytes) -> None:
        self.seen += 1
        while self._mark and number > self._mark.last:
            self._compare(self._mark)
        if self._mark:
            self.tree.add(digest)

    def close(self) -> None:
        while self._mark:
            self._compare(self._mark)

    def _compare(self, mark: Mark) -> None:
        found = (self.tree.size, self.tree.root(), self.tree.packed_peaks())
        if found != (mark.size, mark.root, mark.peaks) and not self.findings:
            self.findings.append(
                Finding(
                    "checkpoint",
                    str(mark.checkpoint),
                    f"The {self._what} up to checkpoint {mark.checkpoint} are not those it was made over:"
                    f" it counted {mark.size}, there are {self.tree.size}, and the Merkle roots differ.",
                )
            )
        self._mark = next(self._ahead, None)


def sequence_findings(made: Iterable[Checkpoint]) -> Iterator[Finding]:
    """The first checkpoint that was altered or does not follow the one before it."""
    before = NOTHING_BEFORE
    for each in made:
        if bytes(each.previous) != before or bytes(each.digest) != checkpoint_digest(each):
            yield Finding(
                "checkpoint",
                str(each.id),
                f"Checkpoint {each.id} was altered, or a checkpoint before it was changed or dropped.",
            )
            return
        before = bytes(each.digest)
