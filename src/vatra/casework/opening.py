"""What happens when files are opened after a concern: the files, the causes, the family, the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vatra.access.models import User
from vatra.casework.actions import answer_concern, name_cause, open_file
from vatra.casework.models import Concern, File
from vatra.casework.words.worry import ConcernOutcome
from vatra.kernel.atomic import atomic
from vatra.kernel.ledger import Actor
from vatra.people.actions import add_kin, register_person
from vatra.people.models import Kinship, Person
from vatra.people.names.fold import fold
from vatra.people.words import KinKind, Sex


@dataclass(frozen=True)
class TypedParent:
    """A mother or father of whom only the name was told, with the children it was told for."""

    kind: KinKind
    name: str
    children: tuple[Person, ...]

    @property
    def given_and_family(self) -> tuple[str, str]:
        """The name taken apart at its last space, to be looked over by a person."""
        given, _, family = self.name.rpartition(" ")
        return (given, family) if given else (family, "")


@dataclass(frozen=True)
class NamedParent:
    """The same, with the name as a person confirmed it."""

    told: TypedParent
    given_name: str
    family_name: str


def parents_told(children: Sequence[Person]) -> list[TypedParent]:
    """Mothers and fathers whose names were told and who are not yet in the family; equal names are one person."""
    tied = set(Kinship.objects.filter(person__in=children).values_list("person", "kind"))
    told: dict[tuple[KinKind, str], list[Person]] = {}
    names: dict[tuple[KinKind, str], str] = {}
    for child in children:
        for kind, name in ((KinKind.MOTHER, child.mother_name), (KinKind.FATHER, child.father_name)):
            if name and (child.pk, kind.value) not in tied:
                told.setdefault((kind, fold(name)), []).append(child)
                names.setdefault((kind, fold(name)), name)
    return [TypedParent(key[0], names[key], tuple(of)) for key, of in told.items()]


@atomic()
def open_files(
    *,
    concern: Concern,
    children: Sequence[Person],
    worker: User,
    on: date,
    causes: Sequence[str],
    parents: Sequence[NamedParent],
    by: Actor,
) -> list[File]:
    """Open a file for each of these children, name its causes, write down the parents, answer the concern."""
    files = [
        open_file(child=child, unit=concern.unit, worker=worker, on=on, by=by, concern=concern)
        for child in children
    ]
    for file in files:
        for cause in causes:
            name_cause(file=file, kind=cause, since=concern.received_on, by=by)
    for parent in parents:
        _write_down(parent, children, by)
    if concern.outcome is None:
        answer_concern(concern=concern, outcome=ConcernOutcome.FILE_OPENED, on=on, by=by)
    return files


def _write_down(parent: NamedParent, children: Sequence[Person], by: Actor) -> None:
    own = [child for child in parent.told.children if child in children]
    if not own or not (parent.given_name or parent.family_name):
        return
    person = register_person(
        given_name=parent.given_name,
        family_name=parent.family_name,
        sex=Sex.FEMALE if parent.told.kind == KinKind.MOTHER else Sex.MALE,
        birth=None,
        by=by,
    )
    for child in own:
        add_kin(person=child, relative=person, kind=parent.told.kind, by=by)
