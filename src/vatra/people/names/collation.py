"""One alphabet for lists that mix Albanian, Serbian, Bosnian and Turkish names.

Each language's own alphabet stays in its own order inside it: a b c ç č ć d dh dž đ e ë f g gj ğ h ı i j k l lj ll
m n nj o ö p q r rr s ş š sh t th u ü v w x xh y z ž zh. Letters with other marks count as their base letter, and
Cyrillic as the Latin it stands for.
"""

import re
import unicodedata

from vatra.people.names.fold import fold, spaced, to_latin

_AFTER = {
    "c": ("ç", "č", "ć"),
    "d": ("dh", "dž", "đ"),
    "e": ("ë",),
    "g": ("gj", "ğ"),
    "h": ("ı",),
    "l": ("lj", "ll"),
    "n": ("nj",),
    "o": ("ö",),
    "r": ("rr",),
    "s": ("ş", "š", "sh"),
    "t": ("th",),
    "u": ("ü",),
    "x": ("xh",),
    "z": ("ž", "zh"),
}
# "~" comes after "z" in ASCII, so that c~1 (ç) follows every word that starts with a plain c.
_WRITTEN = {
    letter: f"{base}~{place}" for base, letters in _AFTER.items() for place, letter in enumerate(letters, 1)
}
_LETTER = re.compile("|".join([*sorted(_WRITTEN, key=len, reverse=True), "."]), re.DOTALL)
_LOWER = str.maketrans({"İ": "i"})  # its own small letter would be an i with a second dot


def sort_key(*parts: str) -> str:
    """A text whose byte order is alphabetical order, part by part: ``sort_key(family, given)``."""
    return " ".join(map(_part_key, parts))


def _part_key(part: str) -> str:
    lower = unicodedata.normalize("NFC", to_latin(part).translate(_LOWER).lower())
    return "-".join("".join(map(_letter_key, _LETTER.findall(word))) for word in spaced(lower).split(" "))


def _letter_key(letter: str) -> str:
    return _WRITTEN.get(letter) or fold(letter)
