"""Taking down a concern: the children are written down or found, tied as brothers and sisters, then the concern."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vatra.casework.actions import name_children, receive_concern
from vatra.casework.models import Concern
from vatra.kernel.atomic import atomic
from vatra.kernel.ledger import Actor
from vatra.kernel.partial import PartialDate
from vatra.people.actions import add_kin, register_person
from vatra.people.models import Kinship, Person
from vatra.people.words import PARENTS, KinKind


@dataclass(frozen=True)
class ToldChild:
    """A child as somebody told us: known already, or described by name, birth and parents."""

    known: Person | None
    given_name: str
    family_name: str
    birth: PartialDate | None
    sex: str
    mother_name: str
    father_name: str
    is_sibling_of_first: bool


@atomic()
def take_down(*, told: Sequence[ToldChild], about: Mapping[str, Any], by: Actor) -> Concern:
    """Everything that is written down when a concern comes in; `about` goes to `receive_concern`."""
    children = _written_down(told, str(about["municipality"]), by)
    return receive_concern(children=children, by=by, **about)


@atomic()
def name_whom_it_is_about(*, concern: Concern, told: Sequence[ToldChild], by: Actor) -> Concern:
    """The children of a worry that came from the public site are written down or found, then named."""
    name_children(concern=concern, children=_written_down(told, concern.municipality, by), by=by)
    return concern


def _written_down(told: Sequence[ToldChild], municipality: str, by: Actor) -> list[Person]:
    """Each child once: the known one, or a new one, tied to brothers and sisters."""
    children = [each.known or _register(each, told[0], municipality, by) for each in told]
    for each, child in zip(told, children, strict=True):
        if each.is_sibling_of_first and child != children[0]:
            _tie(children[0], child, by)
    return list(dict.fromkeys(children))


def _register(told: ToldChild, first: ToldChild, municipality: str, by: Actor) -> Person:
    """Brothers and sisters of the first child take over what was not said again."""
    same = first if told.is_sibling_of_first else told
    return register_person(
        given_name=told.given_name,
        family_name=told.family_name or _family_name(same),
        mother_name=told.mother_name or (same.known.mother_name if same.known else same.mother_name),
        father_name=told.father_name or (same.known.father_name if same.known else same.father_name),
        birth=told.birth,
        sex=told.sex,
        municipality=municipality,
        by=by,
    )


def _family_name(of: ToldChild) -> str:
    return of.known.family_name if of.known else of.family_name


def _tie(first: Person, sibling: Person, by: Actor) -> None:
    """The same parents where they are on record, and in any case brother or sister."""
    for parent in Kinship.objects.filter(person=first, kind__in=PARENTS).select_related("relative"):
        if not Kinship.objects.filter(person=sibling, kind=parent.kind).exists():
            add_kin(person=sibling, relative=parent.relative, kind=parent.kind, by=by)
    already = Kinship.objects.filter(
        kind=KinKind.SIBLING, person__in=[first, sibling], relative__in=[first, sibling]
    )
    if not already.exists():
        add_kin(person=first, relative=sibling, kind=KinKind.SIBLING, by=by)
