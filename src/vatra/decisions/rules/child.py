"""What stands against deciding for one child. Pure: facts in, concerns out; codes are the R-ids of the standards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from vatra.casework.rules import is_only_poverty
from vatra.decisions.kinds import Kind
from vatra.homes.rules import is_under_three
from vatra.homes.words import RESIDENTIAL_FORMS, FormOfCare
from vatra.kernel.calendar_months import whole_years
from vatra.kernel.concern import Concern, Severity

FAMILY_LIVES_HERE = FormOfCare.BIRTH_FAMILY
OF_AGE = 18
"""From this age, in completed years, a person decides (CRC Article 1)."""


class HomeFault(StrEnum):
    """Why a home that was weighed cannot be decided for any more (R-43)."""

    CLOSED = "closed"
    NOT_AGREED = "not_agreed"


@dataclass(frozen=True)
class ChildFacts:
    """What is known about one child of the question; `birth_on` is None when nobody knows it.

    `mark` tells the warnings of several children apart, so that each gets a reason of its own.
    """

    name: str
    is_answered: bool
    causes: Sequence[str]
    form_decided: str | None
    home_decided: int | None
    birth_on: date | None
    assessed_on: date | None
    support_was_tried: bool
    siblings_apart_without_reason: Sequence[str] = ()
    mark: str = ""
    was_heard: bool = False
    was_prepared: bool = False
    was_given_weight: bool = False
    contact_decided: str | None = None
    home_fault: HomeFault | None = None


def concerns_about(child: ChildFacts, asks: Kind, *, on: date) -> list[Concern]:
    """Everything that blocks the decision for this child, or asks for a written reason."""
    found = [*_about_the_view(child), *_about_coming_of_age(child, on=on)]
    if asks.about_contact:
        return found + _about_contact(child)
    if child.form_decided is None:
        sentence = _("Choose what is decided for %(child)s.")
        found.append(Concern("R-03-outcome", Severity.BLOCK, sentence % {"child": child.name}))
        return found
    if child.form_decided != FAMILY_LIVES_HERE:
        found += _about_leaving_the_family(child, asks, on=on)
    found += _about_the_home(child, on=on)
    for sibling in child.siblings_apart_without_reason:
        sentence = _("%(child)s and %(sibling)s would live apart. Write the reason for these two.")
        found.append(
            Concern("R-09", Severity.BLOCK, sentence % {"child": child.name, "sibling": sibling}),
        )
    return found


def _about_the_view(child: ChildFacts) -> list[Concern]:
    found: list[Concern] = []
    if not child.is_answered:
        sentence = _("The view of %(child)s is missing. Record it, or the reason why it could not be sought.")
        found.append(Concern("R-02", Severity.BLOCK, sentence % {"child": child.name}))
    if child.was_heard and not child.was_given_weight:
        sentence = _("Write what of the view of %(child)s was taken up, what was not, and why.")
        found.append(Concern(f"R-02-weight{child.mark}", Severity.BLOCK, sentence % {"child": child.name}))
    if child.was_heard and not child.was_prepared:
        sentence = _("%(child)s was heard without being prepared for it. Say why.")
        found.append(Concern(f"R-02-prepared{child.mark}", Severity.WARN, sentence % {"child": child.name}))
    return found


def _about_coming_of_age(child: ChildFacts, *, on: date) -> list[Concern]:
    """Who turns eighteen before the decision takes effect is decided for by nobody else (CRC Article 1)."""
    if child.birth_on is None or whole_years(child.birth_on, on) < OF_AGE:
        return []
    sentence = _(
        "%(child)s is of age on the day the decision takes effect, and decides for himself or herself."
        " Ask for consent, and write down what the young adult answered."
    )
    return [Concern(f"R-02-adult{child.mark}", Severity.WARN, sentence % {"child": child.name})]


def _about_contact(child: ChildFacts) -> list[Concern]:
    if child.contact_decided is not None:
        return []
    sentence = _("Choose what is decided for %(child)s.")
    return [Concern("R-03-outcome", Severity.BLOCK, sentence % {"child": child.name})]


def _about_leaving_the_family(child: ChildFacts, asks: Kind, *, on: date) -> list[Concern]:
    found: list[Concern] = []
    if is_only_poverty(child.causes):
        sentence = _(
            "Poverty is the only reason named for %(child)s. Poverty alone never separates a child from the family:"
            " help the family instead."
        )
        found.append(Concern("R-08", Severity.BLOCK, sentence % {"child": child.name}))
    if not child.causes:
        sentence = _("Name the reasons why %(child)s cannot live with the family.")
        found.append(Concern("R-07-causes", Severity.BLOCK, sentence % {"child": child.name}))
    if asks.support_first and not child.support_was_tried:
        sentence = _("No support for the family of %(child)s is on record. Say why none could be tried.")
        found.append(Concern(f"R-07{child.mark}", Severity.WARN, sentence % {"child": child.name}))
    if asks.assessment_holds and (
        child.assessed_on is None or on - child.assessed_on > asks.assessment_holds
    ):
        sentence = _(
            "There is no assessment of %(child)s from the last six months. Say why it cannot wait for one."
        )
        found.append(Concern(f"R-16{child.mark}", Severity.WARN, sentence % {"child": child.name}))
    return found


# Why a home that was weighed can no longer be decided for.
HOME_FAULTS = {
    HomeFault.CLOSED: _(
        "The home chosen for %(child)s is not open on the day the decision takes effect. Choose another option."
    ),
    HomeFault.NOT_AGREED: _(
        "For the home chosen for %(child)s no number of children is agreed any more. Have it agreed anew, or choose"
        " another option."
    ),
}


def _about_the_home(child: ChildFacts, *, on: date) -> list[Concern]:
    if child.home_fault:
        sentence = HOME_FAULTS[child.home_fault]
        return [Concern("R-43", Severity.BLOCK, sentence % {"child": child.name})]
    if child.home_decided is None and child.form_decided != FAMILY_LIVES_HERE:
        sentence = _("The option chosen for %(child)s names no home yet.")
        return [Concern("R-01", Severity.BLOCK, sentence % {"child": child.name})]
    if is_under_three(child.birth_on, on) and child.form_decided in RESIDENTIAL_FORMS:
        sentence = _(
            "%(child)s is under three. Children under three live in a family. Say which exception holds."
        )
        return [Concern(f"R-13{child.mark}", Severity.WARN, sentence % {"child": child.name})]
    return []
