"""The name below a signature: what cannot be one, what two spellings have in common, what is shown of it."""

import re

from django.utils.translation import gettext_lazy as _

from vatra.kernel.sentence import Sentence
from vatra.people.names.fold import fold

# What a spreadsheet would take for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_ADDRESS = re.compile(
    r"://|\bwww\.|[\w-]{2,}\.(?:com|net|org|info|biz|io|ru|xyz|top|club|online|site|shop|link|eu|de|uk|al|rs|mk|ks)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
LEAST_LETTERS = 2


def what_is_wrong(name: str) -> Sentence:
    """The sentence with which a name is refused; nothing where it may stand."""
    if name.startswith(FORMULA_STARTS):
        return _("A name begins with a letter. Write your name without the sign before it.")
    if _ADDRESS.search(name):
        return _("A name holds no internet address. Write only your name.")
    if len(_LETTER.findall(name)) < LEAST_LETTERS:
        return _("Write your name in letters.")
    return ""


def as_one_person(name: str) -> str:
    """What all spellings of a name have in common: letters without marks, in one alphabet, words in any order."""
    return " ".join(sorted(fold(name).split()))


def shown(name: str) -> str:
    """The name as the public page shows it: the given name, and of the others the first letter."""
    first, *others = name.split()
    return " ".join([first, *(f"{other[0]}." for other in others[-1:])])
