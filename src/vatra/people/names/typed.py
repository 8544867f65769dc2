"""A name as somebody types it where everybody may: what cannot be one."""

import re

from django.utils.translation import gettext_lazy as _

from vatra.kernel.sentence import Sentence
from vatra.kernel.spreadsheet import FORMULA_STARTS

_ENDINGS = "com|net|org|info|biz|io|ru|xyz|top|club|online|site|shop|link|eu|de|uk|al|rs|mk|ks"
# Between a title and a name there may be a dot as well: only a known ending, or a path, makes an address of it.
_ADDRESS = re.compile(rf"://|\bwww\.|[\w-]{{2,}}\.(?:[a-z]{{2,}}/|(?:{_ENDINGS})\b)", re.IGNORECASE)
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
