"""Everyday short names of the region and the full names they stand for.

Provenance: general knowledge, not taken from any list; a native speaker has not yet gone through it. A short name
may stand for several full names, and either of them finds the other.
"""

from collections import defaultdict
from collections.abc import Iterator

from vatra.people.names.fold import fold

PROVENANCE = "general knowledge"

# Language of the habit, short name, full names it stands for.
SHORT_NAMES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("sq", "Hama", ("Muhamet",)),
    ("sq", "Meti", ("Mehmet", "Ahmet")),
    ("sq", "Rama", ("Ramadan",)),
    ("sq", "Brahim", ("Ibrahim",)),
    ("sq", "Toni", ("Anton", "Antoneta")),
    ("sq", "Ndue", ("Anton",)),
    ("sq", "Leka", ("Aleksandër",)),
    ("sq", "Kola", ("Nikollë",)),
    ("sq", "Llesh", ("Aleksandër",)),
    ("sq", "Zef", ("Jozef",)),
    ("sq", "Lina", ("Adelina",)),
    ("sq", "Besa", ("Besarta",)),
    ("sq", "Lili", ("Liljana",)),
    ("sr", "Aca", ("Aleksandar",)),
    ("sr", "Saša", ("Aleksandar", "Aleksandra")),
    ("sr", "Sloba", ("Slobodan",)),
    ("sr", "Boki", ("Bojan",)),
    ("sr", "Vlada", ("Vladimir", "Vladan")),
    ("sr", "Gaga", ("Dragan", "Dragana")),
    ("sr", "Deki", ("Dejan",)),
    ("sr", "Zoki", ("Zoran",)),
    ("sr", "Joca", ("Jovan",)),
    ("sr", "Laza", ("Lazar",)),
    ("sr", "Ljuba", ("Ljubomir", "Ljubica")),
    ("sr", "Maca", ("Marija",)),
    ("sr", "Mića", ("Milan", "Milomir", "Miodrag")),
    ("sr", "Mile", ("Milan", "Miodrag")),
    ("sr", "Miša", ("Mihailo", "Milan")),
    ("sr", "Neša", ("Nenad", "Nebojša")),
    ("sr", "Nidža", ("Nikola",)),
    ("sr", "Pera", ("Petar",)),
    ("sr", "Raša", ("Radomir", "Radoslav")),
    ("sr", "Steva", ("Stevan", "Stefan")),
    ("sr", "Toma", ("Tomislav",)),
    ("sr", "Voja", ("Vojislav",)),
    ("sr", "Tanja", ("Tatjana",)),
    ("sr", "Dule", ("Dušan",)),
    ("sr", "Sneža", ("Snežana",)),
    ("sr", "Ljilja", ("Ljiljana",)),
    ("sr", "Vesko", ("Veselin",)),
    ("sr", "Mitar", ("Dimitrije",)),
    ("sr", "Ceca", ("Svetlana",)),
    ("sr", "Jeca", ("Jelena",)),
    ("sr", "Goca", ("Gordana",)),
    ("sr", "Đole", ("Đorđe",)),
    ("sr", "Đura", ("Đorđe",)),
    ("bs", "Huso", ("Husein",)),
    ("bs", "Ibro", ("Ibrahim",)),
    ("bs", "Mujo", ("Mustafa", "Muhamed")),
    ("bs", "Suljo", ("Sulejman",)),
    ("bs", "Meho", ("Mehmed", "Muhamed")),
    ("bs", "Haso", ("Hasan",)),
    ("bs", "Avdo", ("Abdulah",)),
    ("bs", "Fata", ("Fatima",)),
    ("bs", "Hata", ("Hatidža",)),
    ("tr", "Memo", ("Mehmet",)),
    ("tr", "İbo", ("İbrahim",)),
    ("tr", "Mıstık", ("Mustafa",)),
    ("tr", "Hüso", ("Hüseyin",)),
    ("tr", "Fatoş", ("Fatma",)),
    ("tr", "Zeyno", ("Zeynep",)),
)


def other_names(word: str) -> frozenset[str]:
    """The folds of a short name's full names, or of a full name's short ones; empty for most names."""
    return _OTHERS.get(fold(word), frozenset())


def _both_ways() -> Iterator[tuple[str, str]]:
    for _language, short, full_names in SHORT_NAMES:
        for full in full_names:
            yield fold(short), fold(full)
            yield fold(full), fold(short)


def _index() -> dict[str, frozenset[str]]:
    others: dict[str, set[str]] = defaultdict(set)
    for name, other in _both_ways():
        others[name].add(other)
    return {name: frozenset(found) for name, found in others.items()}


_OTHERS = _index()
