"""The pages that are measured: how each is asked for, or what is written into its form."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice
from typing import Any
from urllib.parse import quote_plus

from django.urls import reverse

from vatra.casework.models import File
from vatra.casework.words.entries import VisitPurpose
from vatra.commands.bench.arranging import Person
from vatra.commands.bench.preparing import LAW, WORDS, chosen_of, outcome_about, question_about
from vatra.commands.bench.visitor import Answer
from vatra.commands.trouble import Trouble
from vatra.kernel import clock

Errand = Callable[[], Answer]
Page = Callable[[Person, File], Errand]
Undecided = Iterator[tuple[Person, File]]


def _page(view: str, arguments: Callable[[Person, File], list[Any]]) -> Page:
    """A page with its address."""

    def errand(person: Person, file: File) -> Errand:
        address = reverse(f"{view}", args=arguments(person, file))
        return lambda: person.visitor.get(address)

    return errand


def _find(write: Callable[[str], str]) -> Page:
    """Looking for a child of one's own by the whole name, as somebody may write it."""

    def errand(person: Person, file: File) -> Errand:
        address = f"{reverse('desk:find')}?q={quote_plus(write(file.child.name))}"
        return lambda: person.visitor.get(address)

    return errand


def misspelt(name: str) -> str:
    """The name with its second and third letters swapped, and no marks on any letter."""
    plain = name.translate(str.maketrans("ëçšćčžđ", "ecscczd"))
    return plain[0] + plain[2] + plain[1] + plain[3:]


def _late_of_the_centre(person: Person, _file: File) -> Errand:
    """What the supervisor above sees."""
    assert person.supervisor is not None
    visitor = person.supervisor.visitor
    return lambda: visitor.get(reverse("desk:late"))


READ: dict[str, Page] = {
    "my day": _page("desk:my_day", lambda _person, _file: []),
    "find by two names": _find(str),
    "find, misspelt": _find(misspelt),
    "a child's file": _page("desk:file", lambda _person, file: [file.reference]),
    "the unit's children": _page("desk:unit_children", lambda person, _file: [person.unit.pk]),
    "new concern": _page("casework:new_concern", lambda _person, _file: []),
    "everything late": _page("desk:late", lambda _person, _file: []),
    "everything late, supervisor": _late_of_the_centre,
    "the unit's week": _page("desk:week", lambda person, _file: [person.unit.pk]),
    "belonging": _page("desk:belonging", lambda person, _file: [person.unit.pk]),
}


@dataclass(frozen=True)
class Save:
    """Something that is written and sent: made ready beforehand, and only the sending is measured."""

    ready: Callable[[Person, File], Errand]
    needs_undecided: bool

    def errands(
        self, people: Sequence[Person], undecided: Undecided, times: int
    ) -> list[tuple[Person, Errand]]:
        """So many, everybody in turn; for a decision each about another child who lives at home."""
        if self.needs_undecided:
            about = list(islice(undecided, times))
        else:
            turns = enumerate(islice(cycle(people), times))
            about = [
                (person, person.files[turn // len(people) % len(person.files)]) for turn, person in turns
            ]
        if not about:
            raise Trouble("No child is left about whom to decide.", "Measure with more --children.")
        return [(person, self.ready(person, file)) for person, file in about]


def _visit(person: Person, file: File) -> Errand:
    page = person.visitor.get(reverse("casework:new_visit", args=[file.reference]))
    written = {"purpose": VisitPurpose.REGULAR.value, "child_words": WORDS, "account": WORDS}
    return lambda: person.visitor.send(page, "account", written)


def _decision(person: Person, file: File) -> Errand:
    question = question_about(person, file)
    assert person.supervisor is not None
    visitor = person.supervisor.visitor
    page = visitor.get(reverse("decisions:issue", args=[question.pk]))
    outcome = {f"child_{child.pk}": str(chosen_of(question).pk) for child in question.children.all()}
    written = {**outcome, "legal_basis": LAW, "because": WORDS}
    return lambda: visitor.send(page, "because", written)


def _placement(person: Person, file: File) -> Errand:
    outcome = outcome_about(person, file)
    page = person.visitor.get(reverse("placements:place", args=[outcome.pk]))
    return lambda: person.visitor.send(page, "first_day_day", _boxes("first_day", clock.today()))


def _boxes(field: str, day: date) -> dict[str, str]:
    return {f"{field}_day": str(day.day), f"{field}_month": str(day.month), f"{field}_year": str(day.year)}


SAVED: dict[str, Save] = {
    "saving a visit": Save(_visit, needs_undecided=False),
    "issuing a decision": Save(_decision, needs_undecided=True),
    "placing": Save(_placement, needs_undecided=True),
}
