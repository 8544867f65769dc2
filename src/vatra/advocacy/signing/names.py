"""The name below a signature: what two spellings have in common, what is shown of it."""

from vatra.people.names.fold import fold


def as_one_person(name: str) -> str:
    """What all spellings of a name have in common: letters without marks, in one alphabet, words in any order."""
    return " ".join(sorted(fold(name).split()))


def shown(name: str) -> str:
    """The name as the public page shows it: the given name, and of the others the first letter."""
    first, *others = name.split()
    return " ".join([first, *(f"{other[0]}." for other in others[-1:])])
