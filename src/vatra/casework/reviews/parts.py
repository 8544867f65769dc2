"""What was told about reviews beyond their own rows, read in four queries for any number of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import F, Min, Value
from django.db.models.functions import Concat, Trim

from vatra.casework.models import CauseLookedAt, DecisionAskedFor, GoalLookedAt, Invited, Present, Review
from vatra.casework.words.review import Part


@dataclass(frozen=True)
class Asked:
    """Something to be decided; `question` is the number of the question it has become, None while nobody asked it."""

    number: int
    what: str
    question: int | None


@dataclass(frozen=True)
class Parts:
    """The parts of one review; people as pairs of what they come as and their name."""

    present: list[tuple[str, str]] = field(default_factory=list)
    invited: list[tuple[str, str]] = field(default_factory=list)
    causes: list[CauseLookedAt] = field(default_factory=list)
    goals: list[GoalLookedAt] = field(default_factory=list)
    asked_for: list[Asked] = field(default_factory=list)

    @property
    def absent(self) -> list[tuple[str, str]]:
        """Who was invited and did not come; of the child its own part tells."""
        came = {name for _part, name in self.present}
        return [(part, name) for part, name in self.invited if part != Part.CHILD and name not in came]


def parts_of(reviews: Sequence[Review]) -> dict[int, Parts]:
    """The parts of each review, by its number; all versions of one review know what has become a question."""
    parts = {review.pk: Parts() for review in reviews}
    for number, has_come, part, name in _people(parts):
        people = parts[number].present if has_come else parts[number].invited
        people.append((part, name))
    for cause in CauseLookedAt.objects.filter(review__in=parts).select_related("cause").order_by("pk"):
        parts[cause.review_id].causes.append(cause)
    for goal in GoalLookedAt.objects.filter(review__in=parts).select_related("goal").order_by("pk"):
        parts[goal.review_id].goals.append(goal)
    _add_asked_for(parts)
    return parts


def _people(reviews: Iterable[int]) -> list[tuple[int, bool, str, str]]:
    columns = {
        "called": Trim(Concat("person__given_name", Value(" "), "person__family_name", Value(""), "name")),
    }
    came = Present.objects.filter(review__in=reviews).annotate(
        of=F("review_id"), has_come=Value(value=True), **columns
    )
    asked = Invited.objects.filter(planned__held_as__in=reviews).annotate(
        of=F("planned__held_as"), has_come=Value(value=False), **columns
    )
    names = ("of", "has_come", "part", "called", "pk")
    rows = came.values_list(*names).union(asked.values_list(*names), all=True).order_by("pk")
    return [(of, has_come, part, called) for of, has_come, part, called, _pk in rows]


def _add_asked_for(parts: dict[int, Parts]) -> None:
    wanted = DecisionAskedFor.objects.filter(review__in=parts).annotate(question=Min("questions"))
    rows = list(wanted.order_by("pk").values_list("review_id", "pk", "what", "question"))
    became = {what: question for _review, _number, what, question in rows if question is not None}
    for review, number, what, _question in rows:
        parts[review].asked_for.append(Asked(number, what, became.get(what)))
