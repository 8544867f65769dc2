"""What stands against planning a review, and against holding one. Pure: facts in, concerns out."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.casework.words.entries import Participation
from vatra.casework.words.review import WITHOUT_PART, Part
from vatra.kernel.concern import Concern, Severity
from vatra.kernel.days_in_words import in_words

OBSERVED_UNTIL = 4
"""In years: England's returns leave the child out of the review below this age; here the child is observed (standards §3.2)."""


@dataclass(frozen=True)
class Held:
    """A review as the rules see it; `age` in whole years on its day, None where the birth is not known."""

    participation: str
    age: int | None
    open_causes: Collection[int]
    answered_causes: Collection[int]
    next_on: date
    latest_next: date


def concerns_before_planning(
    meets_on: date, today: date, invited: Collection[str], planned_for: date | None
) -> Iterator[Concern]:
    """A review is planned ahead, once, and the child is asked to come.

    `invited` are the parts of those who are; `planned_for` is the day of a review that is planned and waits to be held.
    """
    if meets_on < today:
        sentence = _(
            "This day has passed. Plan the review for a day to come, or write down that it was held."
        )
        yield Concern("R-33-past", Severity.BLOCK, sentence)
    if planned_for is not None:
        sentence = _(
            "A review is planned for %(day)s already. Say why there should be another one, or write down why that"
            " one will not take place."
        )
        yield Concern("R-33-already", Severity.WARN, sentence % {"day": in_words(planned_for)})
    if Part.CHILD not in invited:
        sentence = _("The child is not invited. Say why, and how the child takes part all the same.")
        yield Concern("R-33-child", Severity.WARN, sentence)


def concerns_before_holding(held: Held) -> Iterator[Concern]:
    """Each cause is asked about again, the child takes part as its age allows, the next review comes in time."""
    yield from _about_the_childs_part(held)
    if set(held.open_causes) - set(held.answered_causes):
        sentence = _("Say of every cause in the file whether it is still there.")
        yield Concern("R-07-again", Severity.BLOCK, sentence)
    if held.next_on > held.latest_next:
        sentence = _("The next review is due by %(day)s. Say why it may wait longer.")
        yield Concern("R-33-interval", Severity.WARN, sentence % {"day": in_words(held.latest_next)})


def _about_the_childs_part(held: Held) -> Iterator[Concern]:
    if held.participation == Participation.OBSERVED and (held.age or 0) >= OBSERVED_UNTIL:
        sentence = _("From the age of four a child is asked. Say why this child was only observed.")
        yield Concern("R-33-observed", Severity.WARN, sentence)
    is_small = held.age is not None and held.age < OBSERVED_UNTIL
    if held.participation in WITHOUT_PART and is_small:
        sentence = _("A child under four takes part by being observed. Say why nobody observed it.")
        yield Concern("R-33-youngest", Severity.WARN, sentence)
