"""From what somebody typed, over the words that occur, to the people to ask for; and how well each fits."""

from collections.abc import Collection, Iterable
from heapq import nlargest
from itertools import combinations, product

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from vatra.people.names.nicknames import other_names
from vatra.people.names.skeleton import skeleton
from vatra.people.names.tokens import pair_key, word_key, word_keys, words_of

MOST_MEANT = 40
"""As many words are taken for what one typed word may have meant."""

MOST_PAIRS = 300
"""As many pairs of such words are asked for."""

_LEAST_LIKENESS = 0.7
_STARTED = 0.93
_ONE_SLIP = 0.9
_OTHER_NAME = 0.9

# What is left of the doubt about a spelling once both words sound the same; two consonants prove little.
_SAME_SOUND = 0.35
_LITTLE_SOUND = 0.6
_TELLING = 3


def word_probes(text: str) -> set[int]:
    """The numbers under which to look for words that may be meant by any of the typed ones."""
    typed = words_of(text)
    return {key for word in typed for near in (word, *other_names(word)) for key in word_keys(near)}


def find_probes(text: str, occurring: Iterable[str]) -> list[int]:
    """The people's numbers to ask for, best guess first, given the words found with `word_probes`."""
    known = set(occurring)
    meant = [_meant(word, known) for word in words_of(text)]
    return _one_word(meant[0]) if len(meant) == 1 else _two_words(meant)


def score(query: str, person_names: Iterable[str]) -> float:
    """How well the typed words fit the person's words, from 0 (not at all) to 1 (letter for letter)."""
    typed, known = words_of(query), words_of(" ".join(person_names))
    if not typed or not known:
        return 0.0
    return sum(max(likeness(word, other) for other in known) for word in typed) / len(typed)


def likeness(typed: str, word: str) -> float:
    """How likely a folded word was meant by a typed one, from 0 to 1: spelling, sound, beginning, short name."""
    spelling: float = JaroWinkler.similarity(typed, word)
    if skeleton(typed) == skeleton(word):
        spelling = 1 - (1 - spelling) * (_LITTLE_SOUND if len(skeleton(word)) < _TELLING else _SAME_SOUND)
    if OSA.distance(typed, word, score_cutoff=1) <= 1:
        spelling = max(spelling, _ONE_SLIP)
    if word in other_names(typed):
        spelling = max(spelling, _OTHER_NAME)
    return max(spelling, _STARTED) if word.startswith(typed) and len(typed) > 1 else spelling


def _meant(typed: str, known: Collection[str]) -> dict[str, float]:
    likely = {word: likeness(typed, word) for word in _candidates(typed, known)}
    best = sorted(likely, key=lambda word: (-likely[word], word))[:MOST_MEANT]
    return {word: likely[word] for word in best if likely[word] >= _LEAST_LIKENESS}


def _candidates(typed: str, known: Collection[str]) -> set[str]:
    """Those worth a closer look; the first two sieves run in C over some two thousand words."""
    spelt = process.extract(typed, known, scorer=JaroWinkler.similarity, limit=MOST_MEANT)
    slipped = process.extract(typed, known, scorer=OSA.distance, score_cutoff=1, limit=MOST_MEANT)
    sound = skeleton(typed)
    sounding = {word for word in known if skeleton(word) == sound or word.startswith(typed)}
    return {word for word, *_ in (*spelt, *slipped)} | sounding | (other_names(typed) & set(known))


def _one_word(meant: Iterable[str]) -> list[int]:
    return [word_key(word) for word in meant]


def _two_words(meant: list[dict[str, float]]) -> list[int]:
    fits = (
        (one[first] + other[second], first, second)
        for one, other in combinations(meant, 2)
        for first, second in product(one, other)
    )
    best = nlargest(MOST_PAIRS, fits)
    return list(dict.fromkeys(pair_key(first, second) for _fit, first, second in best))
