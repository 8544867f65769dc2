"""Merkle trees after RFC 9162, section 2.1: one root for many leaves, and proofs that one is among them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

DIGEST_BYTES = 32


def leaf_hash(data: bytes) -> bytes:
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


@dataclass(slots=True)
class Tree:
    """A growing tree that keeps only its peaks: the roots of its complete subtrees, the largest first."""

    size: int = 0
    peaks: list[bytes] = field(default_factory=list)

    @classmethod
    def resumed(cls, size: int, peaks: bytes) -> "Tree":
        """The tree as it stood when its peaks were packed."""
        starts = range(0, len(peaks), DIGEST_BYTES)
        return cls(size, [peaks[start : start + DIGEST_BYTES] for start in starts])

    def packed_peaks(self) -> bytes:
        return b"".join(self.peaks)

    def add(self, data: bytes) -> None:
        digest, size = leaf_hash(data), self.size
        while size & 1:
            digest = node_hash(self.peaks.pop(), digest)
            size >>= 1
        self.peaks.append(digest)
        self.size += 1

    def root(self) -> bytes:
        """The root of all leaves so far; of none, the digest of nothing."""
        if not self.peaks:
            return sha256(b"").digest()
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root


def inclusion_path(index: int, leaves: Iterable[bytes]) -> list[bytes]:
    """The siblings on the way from leaf `index` (from 0) up to the root of all leaves."""
    level = [leaf_hash(leaf) for leaf in leaves]
    if not 0 <= index < len(level):
        raise IndexError(f"There is no leaf {index} among {len(level)}.")
    path = []
    while len(level) > 1:
        if (sibling := index ^ 1) < len(level):
            path.append(level[sibling])
        level = _parents(level)
        index >>= 1
    return path


def root_from_path(index: int, size: int, data: bytes, path: Iterable[bytes]) -> bytes | None:
    """The root that the path leads to from leaf `index` of `size`; None if the path cannot be one."""
    if not 0 <= index < size:
        return None
    here, last, digest = index, size - 1, leaf_hash(data)
    for sibling in path:
        if last == 0:
            return None
        if here & 1 or here == last:
            digest = node_hash(sibling, digest)
            while not here & 1 and here:
                here, last = here >> 1, last >> 1
        else:
            digest = node_hash(digest, sibling)
        here, last = here >> 1, last >> 1
    return digest if last == 0 else None


def _parents(level: list[bytes]) -> list[bytes]:
    paired = [node_hash(left, right) for left, right in zip(level[::2], level[1::2], strict=False)]
    return paired + level[len(paired) * 2 :]
