"""Where reasons look thin. Pure: what was written in, flags out; a flag asks a person to look, it judges nothing.

Whether a decision against the child's wish says why is not among the rules: only a reader can tell what was wished.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from re import findall
from unicodedata import normalize

from vatra.decisions.words import Leaning, ThinKind

FEWEST_WORDS = 4


@dataclass(frozen=True)
class Cell:
    """What was written about one factor of one option; options are counted from 1, in the order of the table."""

    option: int
    factor: str
    leaning: str
    sentence: str


@dataclass(frozen=True)
class Voice:
    """What was written down for one child: the child's words, and what became of them."""

    words: str
    taken_up: str


@dataclass(frozen=True)
class Written:
    """Everything the rules read. `factors` is how many this kind of question asks for, `names` the words each factor
    is called by, `others` the reasons of the unit's other decisions of the year before, by number."""

    factors: int
    cells: Sequence[Cell] = ()
    voices: Sequence[Voice] = ()
    reasons: str = ""
    others: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Thin:
    """One rule that was met, and where: codes, positions and numbers."""

    kind: ThinKind
    about: Mapping[str, list[str] | list[int]]


def thin_reasons(written: Written) -> list[Thin]:
    """Every rule that is met, in the order of `ThinKind`, each at most once."""
    return [Thin(kind, about) for kind, rule in RULES.items() if (about := rule(written))]


def fingerprint(text: str) -> str:
    """The words of a text without case, spaces and punctuation: equal for texts that were copied."""
    return " ".join(_words(text))


def key_of(text: str) -> str:
    """The SHA-256 of the fingerprint, as a decision keeps it; empty for a text without words."""
    print_ = fingerprint(text)
    return sha256(print_.encode()).hexdigest() if print_ else ""


def _words(text: str) -> list[str]:
    return findall(r"[^\W_]+", normalize("NFKC", text).casefold())


About = dict[str, list[str] | list[int]]


def _copied_sentence(written: Written) -> About:
    """One sentence under several options or factors: it can hardly say something about each of them."""
    places: dict[str, list[Cell]] = defaultdict(list)
    for cell in written.cells:
        places[fingerprint(cell.sentence)].append(cell)
    copied = [cell for text, cells in places.items() if text and len(cells) > 1 for cell in cells]
    return _where(copied)


def _copied_reasons(written: Written) -> About:
    """The reasons stand word for word in another decision of the unit within a year."""
    mine = fingerprint(written.reasons)
    same = [number for number, reasons in written.others.items() if mine and fingerprint(reasons) == mine]
    return {"decisions": sorted(same)} if same else {}


def _near_empty(written: Written) -> About:
    """Fewer than four words, or only the name of the factor."""
    return _where([cell for cell in written.cells if _says_almost_nothing(cell, written)])


def _says_almost_nothing(cell: Cell, written: Written) -> bool:
    names = {fingerprint(name) for name in written.names.get(cell.factor, ())}
    return len(_words(cell.sentence)) < FEWEST_WORDS or fingerprint(cell.sentence) in names


def _same_for_siblings(written: Written) -> About:
    """Two children said exactly the same, or exactly the same became of it."""
    sides: dict[str, Callable[[Voice], str]] = {
        "words": lambda voice: voice.words,
        "taken_up": lambda voice: voice.taken_up,
    }
    same = [side for side, of in sides.items() if _is_repeated([of(voice) for voice in written.voices])]
    return {"same": same} if same else {}


def _is_repeated(texts: Sequence[str]) -> bool:
    prints = [text for text in map(fingerprint, texts) if text]
    return len(set(prints)) < len(prints)


def _one_sided(written: Written) -> About:
    """Every factor speaks for an option: what speaks against it was not looked for."""
    return _options(written, Leaning.FOR, lambda factors: factors == written.factors)


def _mostly_unknown(written: Written) -> About:
    """More than half of the factors of an option are not known."""
    return _options(written, Leaning.UNKNOWN, lambda factors: factors * 2 > written.factors)


def _options(written: Written, leaning: Leaning, is_thin: Callable[[int], bool]) -> About:
    counted: dict[int, int] = defaultdict(int)
    for cell in written.cells:
        counted[cell.option] += cell.leaning == leaning
    found = sorted(option for option, factors in counted.items() if factors and is_thin(factors))
    return {"options": found} if found else {}


def _where(cells: Sequence[Cell]) -> About:
    return {"factors": list(_each_once(cells)), "cells": [len(cells)]} if cells else {}


def _each_once(cells: Sequence[Cell]) -> Iterator[str]:
    yield from dict.fromkeys(cell.factor for cell in cells)


RULES: Mapping[ThinKind, Callable[[Written], About]] = {
    ThinKind.COPIED_SENTENCE: _copied_sentence,
    ThinKind.COPIED_REASONS: _copied_reasons,
    ThinKind.NEAR_EMPTY: _near_empty,
    ThinKind.SAME_FOR_SIBLINGS: _same_for_siblings,
    ThinKind.ONE_SIDED: _one_sided,
    ThinKind.MOSTLY_UNKNOWN: _mostly_unknown,
}
