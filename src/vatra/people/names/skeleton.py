"""A name's consonants in broad classes, so that Albanian, Serbian, Bosnian and Turkish spellings agree."""

import re
from functools import lru_cache

from vatra.people.names.fold import fold

# Written on the fold, where ç, č and ć are c already, š is s, ž is z, dž is dz and đ is dj.
# đ is as often stripped to d as written dj, xh or gj, hence one class T for them and for d, dh, t and th.
# q is ć to a Serb and k to a Bosnian or a Turk (Qemal, Ćemal, Kemal), hence one class K for c, q and k.
_CLASSES = {
    "T": ("dzh", "dz", "xh", "gj", "dj", "t", "d"),
    "K": ("tsch", "tch", "ch", "kj", "ts", "tz", "c", "q", "k"),
    "S": ("sch", "ks", "s", "z", "x"),
    "P": ("p", "b"),
    "F": ("ph", "f", "v", "w"),
    "L": ("l",),
    "R": ("r",),
    "N": ("n",),
    "M": ("m",),
    "G": ("g",),
}
_CLASS_OF = {sound: letter for letter, sounds in _CLASSES.items() for sound in sounds}
_VOWELS = frozenset("aeiouy")
_SILENT = frozenset("hj ")
_SOUND = re.compile("|".join([*sorted(_CLASS_OF, key=len, reverse=True), "."]))
_ITALIAN_GJ = re.compile(r"gi(?=[aeou])")  # Gioka for Gjoka


@lru_cache(maxsize=65_536)
def skeleton(text: str) -> str:
    """The classes of the consonants heard, doubles once: Xhemail and Džemal both give TML; Ea gives A."""
    classes: list[str] = []
    before = ""
    for sound in _SOUND.findall(_ITALIAN_GJ.sub("gj", fold(text))):
        if sound in _SILENT:
            continue
        heard = "" if sound in _VOWELS else _CLASS_OF.get(sound, sound.upper())
        if heard and heard != before:
            classes.append(heard)
        before = heard
    return "".join(classes) or ("A" if fold(text) else "")
