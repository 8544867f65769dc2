"""What stands against a placement. Pure: facts in, concerns out; codes are the R-ids of the standards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.homes.rules import is_under_three
from vatra.homes.words import RESIDENTIAL_FORMS
from vatra.kernel.concern import Concern, Severity


@dataclass(frozen=True)
class PlacementFacts:
    """What a placement would mean; `places` is None where nobody agreed a number."""

    first_day: date
    birth_on: date | None
    form: str
    home_is_open: bool
    places: int | None
    children_living_there: int
    has_worker: bool
    has_guardian: bool
    same_municipality: bool
    exception: str | None
    exception_until: date | None
    siblings_elsewhere: Sequence[str]


def may_place(facts: PlacementFacts) -> list[Concern]:
    """Everything that blocks the placement, or asks for a written reason."""
    return [*_about_the_child(facts), *_about_the_home(facts), *_about_siblings(facts)]


def _about_the_child(facts: PlacementFacts) -> list[Concern]:
    found: list[Concern] = []
    if not facts.has_worker:
        found.append(
            Concern("R-01", Severity.BLOCK, _("Nobody answers for this child. Name the worker first."))
        )
    if not facts.has_guardian:
        sentence = _("The child has no guardian on this day. Say what is being done about it.")
        found.append(Concern("R-10", Severity.WARN, sentence))
    if (
        is_under_three(facts.birth_on, facts.first_day)
        and facts.form in RESIDENTIAL_FORMS
        and not facts.exception
    ):
        sentence = _(
            "Children under three live in a family. Residential care is refused unless one of the exceptions holds, until a"
            " day set beforehand."
        )
        found.append(Concern("R-13", Severity.BLOCK, sentence))
    if facts.exception_until is not None and facts.exception_until < facts.first_day:
        sentence = _("The exception would end before the stay begins.")
        found.append(Concern("R-13-until", Severity.BLOCK, sentence))
    return found


def _about_the_home(facts: PlacementFacts) -> list[Concern]:
    found: list[Concern] = []
    if not facts.home_is_open:
        found.append(Concern("home-closed", Severity.BLOCK, _("This home is not open on that day.")))
    if facts.places is not None and facts.children_living_there >= facts.places:
        sentence = _(
            "The home would care for more children than agreed. Say why it is still right for this child."
        )
        found.append(Concern("R-50", Severity.WARN, sentence))
    if not facts.same_municipality:
        sentence = _(
            "The home lies in another municipality than the child's own. Say why, and how the child stays in touch."
        )
        found.append(Concern("R-04", Severity.WARN, sentence))
    return found


def _about_siblings(facts: PlacementFacts) -> list[Concern]:
    sentence = _(
        "%(sibling)s lives elsewhere, and no reason for these two is on record. Say why they live apart."
    )
    return [
        Concern(f"R-09-{number}", Severity.WARN, sentence % {"sibling": sibling})
        for number, sibling in enumerate(facts.siblings_elsewhere, start=1)
    ]
