"""A family drawn in three generations, in the signs of genograms: a square for a man, a circle for a woman.

A diamond stands for anybody whose sex is not known; a double outline for the child of the file, a cross for somebody
who has died. Lengths are in SVG user units.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vatra.desk.family import Family, parents_in
from vatra.people.models import Person
from vatra.people.words import KinKind, Sex

COLUMN = 132
ROW = 150
SIGN = 44
TOP = 14

_OF_PARENTS = (KinKind.MOTHER, KinKind.FATHER, KinKind.PARENT, KinKind.STEP_PARENT, KinKind.AUNT_UNCLE)
_SHAPES = {Sex.MALE: "square", Sex.FEMALE: "circle"}


@dataclass(frozen=True)
class Sign:
    """One person of the drawing; `x` and `y` are the middle of the sign."""

    person: Person
    x: int
    y: int
    shape: str
    is_child: bool

    @property
    def lines(self) -> list[tuple[int, str]]:
        """The name below the sign, in at most two lines, each with its height."""
        names = [name for name in (self.person.given_name, self.person.family_name) if name]
        return [(self.y + SIGN // 2 + 18 + 18 * line, name) for line, name in enumerate(names)]

    @property
    def corners(self) -> str:
        """The corners of a diamond."""
        half = SIGN // 2
        return f"{self.x},{self.y - half} {self.x + half},{self.y} {self.x},{self.y + half} {self.x - half},{self.y}"

    @property
    def left(self) -> int:
        """The left side of a square."""
        return self.x - SIGN // 2

    @property
    def upper(self) -> int:
        """The upper side of a square."""
        return self.y - SIGN // 2


@dataclass(frozen=True)
class Genogram:
    """A drawing ready for its template; `ties` are paths from a parent to a child."""

    width: int
    height: int
    signs: list[Sign]
    ties: list[str]


def genogram(family: Family, siblings: Sequence[int]) -> Genogram:
    """Grandparents above, the generation of the parents in the middle, brothers and sisters below."""
    parents = [*parents_in(family), *(each.person.pk for each in family.of_kind(*_OF_PARENTS))]
    elders = [each.person.pk for each in family.of_kind(KinKind.GRANDPARENT)]
    elders += [parent for parent, child in family.parentage if child in parents]
    written = [each.person.pk for each in family.of_kind(KinKind.SIBLING)]
    rows = _without_repeats([elders, parents, [*siblings, *written, family.child.pk]], known=family.people)
    signs = _signs(family, [row for row in rows if row])
    return Genogram(
        width=COLUMN * max(len(row) for row in rows),
        height=ROW * sum(1 for row in rows if row),
        signs=list(signs.values()),
        ties=[_tie(signs[parent], signs[child]) for parent, child in _drawn_ties(family, signs)],
    )


def _without_repeats(rows: Iterable[Iterable[int]], *, known: dict[int, Person]) -> list[list[int]]:
    seen: set[int] = set()
    clean = []
    for row in rows:
        fresh = [person for person in dict.fromkeys(row) if person in known and person not in seen]
        seen.update(fresh)
        clean.append(
            sorted(fresh, key=lambda person: (known[person].birth_on is None, known[person].birth_on, person))
        )
    return clean


def _signs(family: Family, rows: Sequence[Sequence[int]]) -> dict[int, Sign]:
    widest = max(len(row) for row in rows)
    signs = {}
    for line, row in enumerate(rows):
        indent = (widest - len(row)) * COLUMN // 2
        for column, number in enumerate(row):
            person = family.people[number]
            x, y = indent + COLUMN * column + COLUMN // 2, TOP + SIGN // 2 + ROW * line
            shape = _SHAPES.get(Sex(person.sex), "diamond")
            signs[number] = Sign(person, x, y, shape, is_child=number == family.child.pk)
    return signs


def _drawn_ties(family: Family, signs: dict[int, Sign]) -> list[tuple[int, int]]:
    return [
        (parent, child)
        for parent, child in dict.fromkeys(family.parentage)
        if parent in signs and child in signs and signs[parent].y < signs[child].y
    ]


def _tie(parent: Sign, child: Sign) -> str:
    start, end = parent.y + SIGN // 2 + 44, child.y - SIGN // 2
    return f"M{parent.x} {start}V{end - 14}H{child.x}V{end}"
