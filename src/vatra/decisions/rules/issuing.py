"""What stands against issuing a decision. Pure: facts in, concerns out; codes are the R-ids of the standards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.decisions.kinds import Kind, kind_of, steps_before, steps_looked_at
from vatra.decisions.rules.child import ChildFacts, concerns_about
from vatra.decisions.words import PartKind
from vatra.kernel.concern import Concern, Severity


@dataclass(frozen=True)
class QuestionFacts:
    """What a decision would rest on."""

    kind: str
    option_forms: Sequence[str | None]
    unweighed: Sequence[str]
    has_entitled_issuer: bool
    reasons: str
    children: Sequence[ChildFacts]
    heard: Sequence[str] = ()
    issuer_is_only_author: bool = False
    panel_met: bool = False
    panel_approved: bool = False
    decided_on: date | None = None
    supersedes: str = ""
    reasons_before: str = ""

    @property
    def asks(self) -> Kind:
        """The row of the table of kinds."""
        return kind_of(self.kind)


def concerns_before_issue(facts: QuestionFacts, *, on: date) -> list[Concern]:
    """Everything that blocks the decision, or asks for a written reason."""
    concerns = [
        *_about_the_options(facts),
        *_about_who_was_heard(facts),
        *_about_the_panel(facts),
        *_about_the_issuer(facts),
        *_about_the_day(facts, on=on),
        *_about_superseding(facts),
    ]
    for child in facts.children:
        concerns += concerns_about(child, facts.asks, on=on)
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
    return found + _about_family_first(facts)


# Which step was not looked at, as a sentence that asks for the reason.
NOT_LOOKED_AT = {
    "family": _("Staying with or returning to the birth family was not weighed. Say why it is no option."),
    "kin": _("Living with relatives was not weighed. Say why it is no option."),
    "foster": _("A foster family was not weighed. Say why it is no option."),
    "sos-or-adoptive": _(
        "Neither an SOS family nor an adoptive family was weighed. Say why they are no option."
    ),
}


def _about_family_first(facts: QuestionFacts) -> list[Concern]:
    """Whoever chooses a form of care has looked at what lies closer to the family (R-20)."""
    if not facts.asks.steps:
        return []
    chosen = [child.form_decided for child in facts.children if child.form_decided]
    due = set(facts.asks.steps).union(*(steps_before(form) for form in chosen))
    missing = due - steps_looked_at([form for form in facts.option_forms if form])
    return [
        Concern(f"R-20-{step}", Severity.WARN, sentence)
        for step, sentence in NOT_LOOKED_AT.items()
        if step in missing
    ]


# Who was not heard, as a sentence that asks for the reason.
NOT_HEARD = {
    PartKind.PARENT: _("No parent was heard. Say why."),
    PartKind.CARER: _("Nobody who cares for the child was heard. Say why."),
    PartKind.GUARDIAN: _("The guardian was not heard. Say why."),
}


def _about_who_was_heard(facts: QuestionFacts) -> list[Concern]:
    """The people close to the child speak too (UN Guidelines §65, R-31)."""
    missing = [part for part in facts.asks.heard if part not in facts.heard]
    return [Concern(f"R-31-{part}", Severity.WARN, NOT_HEARD[part]) for part in missing]


def _about_the_panel(facts: QuestionFacts) -> list[Concern]:
    if not (facts.asks.panel or facts.panel_met) or facts.panel_approved:
        return []
    return [Concern("R-26-panel", Severity.BLOCK, _("This decision needs a panel that has approved it."))]


def _about_the_issuer(facts: QuestionFacts) -> list[Concern]:
    found: list[Concern] = []
    if not facts.has_entitled_issuer:
        sentence = _("You may not issue this decision. A supervisor of the unit can.")
        found.append(Concern("R-22", Severity.BLOCK, sentence))
    if facts.issuer_is_only_author:
        sentence = _(
            "Who alone wrote everything cannot also issue the decision. A second person looks at it first."
        )
        found.append(Concern("R-22-author", Severity.BLOCK, sentence))
    return found


def _about_the_day(facts: QuestionFacts, *, on: date) -> list[Concern]:
    """A decision looks ahead: what was done before it was made, in a night, is done without a decision."""
    if facts.decided_on is None or on >= facts.decided_on:
        return []
    sentence = _(
        "The decision would take effect before the day it is issued. Say why it could not be made in time."
    )
    return [Concern("R-22-before", Severity.WARN, sentence)]


def _about_superseding(facts: QuestionFacts) -> list[Concern]:
    """A later decision has reasons of its own, and says why the one before no longer holds."""
    if not facts.supersedes:
        return []
    why = _("This decision takes the place of decision %(number)s. Say why that one no longer holds.")
    found = [Concern("R-26-anew", Severity.WARN, why % {"number": facts.supersedes})]
    if facts.reasons.strip() == facts.reasons_before.strip():
        sentence = _("These are the reasons of decision %(number)s. Write the reasons of the new decision.")
        found.append(Concern("R-26-same", Severity.BLOCK, sentence % {"number": facts.supersedes}))
    return found


def factors_missing(kind: str, weighed: Sequence[str]) -> list[str]:
    """The factors of this kind of question an option was not weighed on."""
    return [factor.value for factor in kind_of(kind).factors if factor.value not in set(weighed)]
