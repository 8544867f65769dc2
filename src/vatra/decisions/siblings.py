"""Pairs of brothers and sisters: whom a question could part, and for whom the reason is written (R-09)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vatra.casework.models import File
from vatra.decisions.models import QuestionChild, Separation
from vatra.decisions.rules.child import OF_AGE
from vatra.kernel.calendar_months import whole_years
from vatra.people.models import Person

Pair = frozenset[int]
"""Two people by their ids, in no order."""


@dataclass(frozen=True)
class PairOfSiblings:
    """A child of the question with a brother or sister; `separation` is the reason written for these two, if any."""

    file: File
    sibling: Person
    separation: Separation | None

    @property
    def key(self) -> str:
        """The two as a form sends them."""
        return f"{self.file.pk}-{self.sibling.pk}"


def pairs_of(
    children: Sequence[QuestionChild],
    siblings: Mapping[int, Sequence[Person]],
    separations: Iterable[Separation],
    *,
    on: date,
) -> list[PairOfSiblings]:
    """Each child of a question with each brother and sister who grows up; a pair within the question stands once."""
    written = {pair_of(separation): separation for separation in separations}
    pairs: dict[Pair, PairOfSiblings] = {}
    for child in children:
        for sibling in siblings.get(child.file.child_id, ()):
            pair = Pair({child.file.child_id, sibling.pk})
            if is_growing_up(sibling, on):
                pairs.setdefault(pair, PairOfSiblings(child.file, sibling, written.get(pair)))
    return list(pairs.values())


def pair_of(separation: Separation) -> Pair:
    """The two a reason is about."""
    return Pair({separation.file.child_id, separation.sibling_id})


def is_growing_up(person: Person, on: date) -> bool:
    """Alive, and not known to be of age: where a grown-up lives is their own affair."""
    return not person.died_on and (not person.birth_on or whole_years(person.birth_on, on) < OF_AGE)
