"""What stands against issuing a decision. Pure: facts in, concerns out; codes are the R-ids of the standards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.casework.rules import is_only_poverty
from vatra.decisions.words import Factor, QuestionKind
from vatra.homes.rules import is_under_three
from vatra.homes.words import RESIDENTIAL_FORMS, FormOfCare
from vatra.kernel.concern import Concern, Severity

ASSESSMENT_HOLDS_DAYS = 183
FAMILY_LIVES_HERE = FormOfCare.BIRTH_FAMILY


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


@dataclass(frozen=True)
class QuestionFacts:
    """What a decision would rest on."""

    kind: str
    option_forms: Sequence[str]
    unweighed: Sequence[str]
    has_entitled_issuer: bool
    reasons: str
    children: Sequence[ChildFacts]


def concerns_before_issue(facts: QuestionFacts, *, on: date) -> list[Concern]:
    """Everything that blocks the decision, or asks for a written reason."""
    concerns = [*_about_the_options(facts), *_about_the_issuer(facts)]
    for child in facts.children:
        concerns += _about_the_child(child, on=on)
    return concerns


def _about_the_options(facts: QuestionFacts) -> list[Concern]:
    found: list[Concern] = []
    if len(facts.option_forms) < 2:
        found.append(Concern("R-03", Severity.BLOCK, _("A decision weighs at least two options.")))
    if facts.unweighed:
        sentence = _("These options are not yet weighed on every factor: %(options)s.")
        found.append(
            Concern("R-03-factors", Severity.BLOCK, sentence % {"options": ", ".join(facts.unweighed)})
        )
    if not facts.reasons.strip():
        found.append(Concern("R-26", Severity.BLOCK, _("Write the reasons for this decision.")))
    if facts.kind != QuestionKind.LEAVING_CARE:
        found += _about_family_first(facts.option_forms)
    return found


def _about_family_first(forms: Sequence[str]) -> list[Concern]:
    found: list[Concern] = []
    if FormOfCare.BIRTH_FAMILY not in forms:
        sentence = _(
            "Staying with or returning to the birth family was not weighed. Say why it is no option."
        )
        found.append(Concern("R-20-family", Severity.WARN, sentence))
    if FormOfCare.KINSHIP not in forms:
        sentence = _("Living with relatives was not weighed. Say why it is no option.")
        found.append(Concern("R-20-kin", Severity.WARN, sentence))
    return found


def _about_the_issuer(facts: QuestionFacts) -> list[Concern]:
    if facts.has_entitled_issuer:
        return []
    return [
        Concern("R-22", Severity.BLOCK, _("You may not issue this decision. A supervisor of the unit can."))
    ]


def _about_the_child(child: ChildFacts, *, on: date) -> list[Concern]:
    found: list[Concern] = []
    if not child.is_answered:
        sentence = _("The view of %(child)s is missing. Record it, or the reason why it could not be sought.")
        found.append(Concern("R-02", Severity.BLOCK, sentence % {"child": child.name}))
    if child.form_decided is None:
        sentence = _("Choose what is decided for %(child)s.")
        found.append(Concern("R-03-outcome", Severity.BLOCK, sentence % {"child": child.name}))
        return found
    if child.form_decided != FAMILY_LIVES_HERE:
        found += _about_leaving_the_family(child, on=on)
    found += _about_the_home(child, on=on)
    for sibling in child.siblings_apart_without_reason:
        sentence = _("%(child)s and %(sibling)s would live apart. Write the reason for these two.")
        found.append(
            Concern("R-09", Severity.BLOCK, sentence % {"child": child.name, "sibling": sibling}),
        )
    return found


def _about_leaving_the_family(child: ChildFacts, *, on: date) -> list[Concern]:
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
    if not child.support_was_tried:
        sentence = _("No support for the family of %(child)s is on record. Say why none could be tried.")
        found.append(Concern(f"R-07{child.mark}", Severity.WARN, sentence % {"child": child.name}))
    if child.assessed_on is None or (on - child.assessed_on).days > ASSESSMENT_HOLDS_DAYS:
        sentence = _(
            "There is no assessment of %(child)s from the last six months. Say why it cannot wait for one."
        )
        found.append(Concern(f"R-16{child.mark}", Severity.WARN, sentence % {"child": child.name}))
    return found


def _about_the_home(child: ChildFacts, *, on: date) -> list[Concern]:
    if child.home_decided is None and child.form_decided != FAMILY_LIVES_HERE:
        sentence = _("The option chosen for %(child)s names no home yet.")
        return [Concern("R-01", Severity.BLOCK, sentence % {"child": child.name})]
    if is_under_three(child.birth_on, on) and child.form_decided in RESIDENTIAL_FORMS:
        sentence = _(
            "%(child)s is under three. Children under three live in a family. Say which exception holds."
        )
        return [Concern(f"R-13{child.mark}", Severity.WARN, sentence % {"child": child.name})]
    return []


def factors_missing(weighed: Sequence[str]) -> list[str]:
    """The factors an option was not weighed on."""
    return [factor.value for factor in Factor if factor.value not in set(weighed)]
