"""What a review says beyond its own row, as headings with lines: the same on the page and on paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vatra.casework.reviews.parts import Parts
from vatra.casework.words.review import Part


@dataclass(frozen=True)
class Told:
    """A heading, and below it lines with a label each."""

    heading: str
    lines: list[tuple[str, str]]


def told_of(parts: Parts) -> list[Told]:
    """Who was there and who was not, the causes, the goals, the decisions asked for; what is empty is left out."""
    told = (
        Told(_("Who was there"), _people(parts.present)),
        Told(_("Invited and not there"), _people(parts.absent)),
        Told(_("Are the causes still there?"), list(_causes(parts))),
        Told(_("The goals of the plan"), list(_goals(parts))),
        Told(_("Decisions asked for"), list(_asked_for(parts))),
    )
    return [each for each in told if each.lines]


def _people(people: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(str(Part(part).label), name) for part, name in people]


def _causes(parts: Parts) -> Iterator[tuple[str, str]]:
    for each in parts.causes:
        yield str(each.cause.get_kind_display()), _with_words(each.get_now_display(), each.account)


def _goals(parts: Parts) -> Iterator[tuple[str, str]]:
    for each in parts.goals:
        yield each.goal.goal, _with_words(each.get_now_display(), each.account)


def _asked_for(parts: Parts) -> Iterator[tuple[str, str]]:
    for number, each in enumerate(parts.asked_for, start=1):
        yield str(number), each.what


def _with_words(code: str, account: str) -> str:
    return f"{code}\n{account}" if account else str(code)
