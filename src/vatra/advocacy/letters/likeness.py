"""How alike two texts are: people in office discount letters that say the same, and a copy is counted instead.

MinHash (Broder 1997) over runs of three words: the share of equal numbers in two fingerprints estimates the share
of runs the texts have in common (Jaccard), with a standard error of at most 0.5 / √128 = 0.044.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

NUMBERS = 128
RUN = 3
ALIKE_FROM = 0.4
"""Own standard: of a text of a hundred words, some fifteen can be exchanged before it counts as one's own."""

_WORD = re.compile(r"\w+")
_SEEDS = np.random.default_rng(20150515).integers(0, 1 << 63, size=(NUMBERS, 1), dtype=np.uint64)


def words_in(text: str) -> list[str]:
    """The words of a text in small letters, without accents and signs."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(letter for letter in decomposed if not unicodedata.combining(letter)))


def runs_of(text: str) -> set[str]:
    """Every run of three words; a shorter text is one run."""
    words = words_in(text)
    last = max(1, len(words) - RUN + 1)
    return {" ".join(words[start : start + RUN]) for start in range(last)}


def fingerprint(text: str) -> list[int]:
    """What a text is like, as 128 numbers that fit a column."""
    runs = np.array([crc32(run.encode()) for run in sorted(runs_of(text))], dtype=np.uint64)
    lowest = _scattered(runs ^ _SEEDS).min(axis=1) >> np.uint64(1)
    return [int(number) for number in lowest]


def _scattered(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Each number as another one, as if by lot (the finaliser of SplitMix64, which wraps at 64 bits by design)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def most_alike(text: Sequence[int], others: Iterable[Sequence[int]]) -> float:
    """How alike a text is to the most similar of the others, from 0 to 1, by their fingerprints."""
    kept = np.array(list(others), dtype=np.int64)
    if not kept.size:
        return 0.0
    return float((kept == np.array(text, dtype=np.int64)).mean(axis=1).max())


def is_alike(text: Sequence[int], others: Iterable[Sequence[int]]) -> bool:
    """Whether a text is too much like one of the others to go by itself."""
    return most_alike(text, others) >= ALIKE_FROM
