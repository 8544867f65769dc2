"""How easily a text reads: published formulas over the lengths of its sentences and words.

English: the grade of Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability Formulas" (Naval Technical
Training Command, Research Branch Report 8-75, 1975): 0.39 · words per sentence + 11.8 · syllables per word − 15.59, a
school grade of the United States. Every language: LIX of C. H. Björnsson, "Läsbarhet" (Stockholm, 1968): words per
sentence + the percentage of words of more than six letters; below 25 reads like a book for children, 40 like a
newspaper. No formula is published for Albanian or Serbian that we know of; there the mean sentence and word are bounded
as well. Syllables of English words are counted by their groups of vowels, which is right for about nine words of ten.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vatra.people.words import Language

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# A full stop after a number, or before a small letter, ends no sentence: “17. mart”.
SENTENCE_END = re.compile(r"[.!?…]+[\"”“»)]*\s+(?=[^\sa-zçëčćđšž])|\n+")
VOWELS = re.compile(r"[aeiouy]+")
LONG_WORD = 6


@dataclass(frozen=True)
class Level:
    """What may be asked of a reader: means over the text, and the longest sentence in words. None: not bounded."""

    sentence_words: float
    longest: int
    lix: float
    word_letters: float | None = None
    grade: float | None = None


@dataclass(frozen=True)
class Reading:
    """A text, measured."""

    sentences: Sequence[str]
    words: Sequence[str]

    @property
    def sentence_words(self) -> float:
        """Words per sentence."""
        return len(self.words) / max(1, len(self.sentences))

    @property
    def word_letters(self) -> float:
        """Letters per word."""
        return sum(map(len, self.words)) / max(1, len(self.words))

    @property
    def lix(self) -> float:
        """Björnsson's LIX."""
        long_words = sum(len(word) > LONG_WORD for word in self.words)
        return self.sentence_words + 100 * long_words / max(1, len(self.words))

    @property
    def grade(self) -> float:
        """The Flesch–Kincaid grade; it means something for English only."""
        syllables = sum(map(syllables_of, self.words))
        return 0.39 * self.sentence_words + 11.8 * syllables / max(1, len(self.words)) - 15.59

    def longer_than(self, words: int) -> list[str]:
        """The sentences of more words than that."""
        return [sentence for sentence in self.sentences if len(WORD.findall(sentence)) > words]

    def is_too_hard_for(self, level: Level, *, language: str) -> bool:
        """Whether some mean is above the level."""
        bounds = [(self.sentence_words, level.sentence_words), (self.lix, level.lix)]
        if language == Language.ENGLISH:
            bounds.append((self.grade, level.grade or self.grade))
        else:
            bounds.append((self.word_letters, level.word_letters or self.word_letters))
        return any(found > allowed for found, allowed in bounds)


def reading_of(text: str) -> Reading:
    """Measure a text; headings and lines of a list count as sentences."""
    sentences = list(_sentences(text))
    return Reading(sentences, [word for sentence in sentences for word in WORD.findall(sentence)])


def _sentences(text: str) -> Iterator[str]:
    for part in SENTENCE_END.split(text):
        if WORD.search(part):
            yield part.strip()


def syllables_of(word: str) -> int:
    """Syllables of an English word: groups of vowels, without a silent e at the end."""
    letters = word.lower()
    groups = len(VOWELS.findall(letters))
    is_silent = letters.endswith(("e", "es", "ed")) and not letters.endswith(
        ("le", "les", "ted", "ded", "ee")
    )
    return max(1, groups - (is_silent and groups > 1))
