"""The family around a child: who is what to whom, and who lives in the same household. Three queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from vatra.kernel.sentence import Sentence
from vatra.people.models import Kinship, Member, Person
from vatra.people.words import PARENTS, KinKind


@dataclass(frozen=True)
class Relative:
    """Somebody of the family and what this person is to the child; `is_of` is the other way round."""

    person: Person
    tie: Sentence
    kind: str
    is_of: bool = False
    ended_on: date | None = None


@dataclass(frozen=True)
class Family:
    """The relatives of a child as written down, the ties between parents and children, and the household of a day."""

    child: Person
    relatives: Sequence[Relative]
    parentage: Sequence[tuple[int, int]]
    people: dict[int, Person] = field(default_factory=dict)
    household: Sequence[Member] = ()

    def of_kind(self, *kinds: str) -> list[Relative]:
        """The relatives of some kinds, as seen from the child."""
        return [relative for relative in self.relatives if relative.kind in kinds and not relative.is_of]


def family_of(child: Person, *, on: date, siblings: Iterable[int] = ()) -> Family:
    """The family of a child; `siblings` are the brothers and sisters already known to the page."""
    ties = Kinship.objects.filter(Q(person=child) | Q(relative=child)).select_related("person", "relative")
    relatives = [_relative(child, tie) for tie in ties.order_by("kind", "relative__birth_on", "pk")]
    around = {relative.person.pk for relative in relatives} | set(siblings)
    parental = Kinship.objects.parents().filter(Q(person__in=around) | Q(person=child))
    parentage = list(parental.select_related("person", "relative").order_by("pk"))
    people = {child.pk: child} | {relative.person.pk: relative.person for relative in relatives}
    for tie in parentage:
        people |= {tie.person_id: tie.person, tie.relative_id: tie.relative}
    return Family(
        child=child,
        relatives=relatives,
        parentage=[(tie.relative_id, tie.person_id) for tie in parentage],
        people=people,
        household=_household(child, on),
    )


def _relative(child: Person, tie: Kinship) -> Relative:
    if tie.person_id == child.pk:
        return Relative(tie.relative, KinKind(tie.kind).label, tie.kind, ended_on=tie.last_day)
    is_of = tie.kind not in (KinKind.SIBLING, KinKind.COUSIN, KinKind.PARTNER, KinKind.OTHER_KIN)
    return Relative(tie.person, KinKind(tie.kind).label, tie.kind, is_of=is_of, ended_on=tie.last_day)


def _household(child: Person, on: date) -> Sequence[Member]:
    holds = Q(last_day__isnull=True) | Q(last_day__gte=on)
    with_child = Member.objects.filter(holds, person=child, first_day__lte=on).values("household")
    members = Member.objects.filter(holds, household__in=with_child, first_day__lte=on).exclude(person=child)
    return list(members.select_related("person", "household").order_by("household", "person__birth_on", "pk"))


def parents_in(family: Family) -> list[int]:
    """The parents of the child, as far as they are written down."""
    return list(dict.fromkeys(relative.person.pk for relative in family.of_kind(*PARENTS)))
