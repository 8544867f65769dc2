"""Numbers for the words of a name, so that people are found by one word or two, in any order, misspelt too.

There are far fewer different words than people. So the slips of the pen are looked for among the words
(`word_keys`, one row per word and number), and a person is stored only under the words as they are and under each
two of them together (`token_keys`, one row per person and number).
"""

from collections.abc import Iterable
from itertools import combinations

from vatra.people.names.fold import fold
from vatra.people.names.keys import number, unordered
from vatra.people.names.skeleton import skeleton

MOST_WORDS = 6
"""Further words are not looked at, so that a pasted page cannot become thousands of keys."""

_ENDS = 3


def words_of(text: str) -> list[str]:
    """The different words of a text, folded, in the order written."""
    return list(dict.fromkeys(fold(text).split()))[:MOST_WORDS]


def token_keys(names: Iterable[str]) -> set[int]:
    """What to store for a person, from the names the person has or had, given and family name together."""
    words = words_of(" ".join(names))
    return {*map(word_key, words), *(pair_key(*pair) for pair in combinations(words, 2))}


def word_key(word: str) -> int:
    """The number of one folded word."""
    return number("word", word)


def pair_key(first: str, second: str) -> int:
    """The number of two folded words in either order."""
    return number("pair", unordered(first, second))


def word_keys(word: str) -> set[int]:
    """What to store for a folded word, and what to ask for: words that may be meant for one another share a number.

    Shared are the skeleton, the skeleton without any one class, the first three letters, or the last three.
    """
    classes = skeleton(word)
    shorter = (classes[:at] + classes[at + 1 :] for at in range(len(classes)))
    near = (number("near", sounds) for sounds in (classes, *shorter))
    return {*near, number("start", word[:_ENDS]), number("end", word[-_ENDS:])}
