"""One plain spelling per name: Latin, lower case, no marks, so that both scripts can be compared."""

import re
import unicodedata
from functools import lru_cache

# Serbian and Macedonian letters first; the rest appear in names of refugees and of children born abroad.
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "đ", "ѓ": "gj", "е": "e", "ж": "ž", "з": "z",
    "ѕ": "dz", "и": "i", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "ć", "ќ": "kj", "у": "u", "ф": "f", "х": "h", "ц": "c",
    "ч": "č", "џ": "dž", "ш": "š", "й": "j", "щ": "št", "ъ": "a", "ы": "i", "ь": "", "э": "e", "ё": "e",
    "ю": "ju", "я": "ja", "і": "i", "ї": "ji", "є": "je", "ґ": "g",
}  # fmt: skip
_TO_LATIN = str.maketrans(_CYRILLIC | {letter.upper(): latin.title() for letter, latin in _CYRILLIC.items()})

# Letters that Unicode does not take apart into a base letter and a mark.
_UNMARKED = str.maketrans({"đ": "dj", "ð": "d", "ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ħ": "h"})

_JOINERS = re.compile(r"[^\w\s\-‐‑‒–—/]|_")
_GAPS = re.compile(r"[\s\-‐‑‒–—/]+")


def to_latin(text: str) -> str:
    """The Serbian Latin spelling of a Cyrillic text, letter by letter, without loss; Latin stays as it is."""
    return unicodedata.normalize("NFC", text).translate(_TO_LATIN)


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """The name in lower-case Latin base letters, words parted by one space; đ is written dj."""
    plain = _without_marks(_latin_lower(text))
    # A mark that has gone may uncover a letter that the first pass did not know.
    return spaced(_without_marks(_latin_lower(plain)))


def spaced(text: str) -> str:
    """The words of a text parted by one space: a hyphen parts, an apostrophe or a full stop does not."""
    return _GAPS.sub(" ", _JOINERS.sub("", text)).strip()


def _latin_lower(text: str) -> str:
    return to_latin(unicodedata.normalize("NFC", text).casefold()).translate(_UNMARKED)


def _without_marks(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
