"""What a question still needs before it can be decided, as a list of steps. Pure: facts in, steps out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.decisions.kinds import steps_before, steps_looked_at
from vatra.decisions.rules.child import ChildFacts
from vatra.decisions.rules.issuing import QuestionFacts
from vatra.decisions.words import PartKind
from vatra.kernel.sentence import Sentence


@dataclass(frozen=True)
class Step:
    """One thing a decision needs, and whether it is there; some can be left out with a written reason."""

    words: Sentence
    is_done: bool
    may_be_left_out: bool = False


# Who has to be heard, and what has to be looked at first, as steps.
HEARD = {
    PartKind.PARENT: _("A parent is heard"),
    PartKind.CARER: _("Somebody who cares for the child is heard"),
    PartKind.GUARDIAN: _("The guardian is heard"),
}
LOOKED_AT = {
    "family": _("Living with the birth family is among the options"),
    "kin": _("Living with relatives is among the options"),
    "foster": _("A foster family is among the options"),
    "sos-or-adoptive": _("An SOS family or an adoptive family is among the options"),
}


def steps_before_issue(
    facts: QuestionFacts,
    options: Sequence[str],
    *,
    on: date,
    pairs_unexplained: Sequence[tuple[str, str]] = (),
) -> list[Step]:
    """Everything the kind of question asks for, in the order in which it is usually done; `options` in words."""
    return [
        *(step for child in facts.children for step in _about_the_child(facts, child, on)),
        *_about_others(facts),
        *_about_the_options(facts, options),
        *_about_pairs(facts, pairs_unexplained),
        *_about_those_who_decide(facts),
    ]


def _about_the_child(facts: QuestionFacts, child: ChildFacts, on: date) -> Iterator[Step]:
    name = {"child": child.name}
    if child.was_heard or not child.is_answered:
        yield Step(
            _("%(child)s knows beforehand what is asked and why") % name,
            child.was_prepared,
            may_be_left_out=True,
        )
    yield Step(_("The view of %(child)s is sought") % name, child.is_answered)
    if child.was_heard:
        yield Step(_("The view of %(child)s is given its weight") % name, child.was_given_weight)
    if facts.asks.about_contact:
        return
    if not child.causes:
        words = _("What keeps %(child)s from living at home is named; care outside the family needs it")
        yield Step(words % name, is_done=False)
    if facts.asks.support_first:
        yield Step(
            _("Support for the family of %(child)s is on record") % name,
            child.support_was_tried,
            may_be_left_out=True,
        )
    if holds := facts.asks.assessment_holds:
        is_recent = child.assessed_on is not None and on - child.assessed_on <= holds
        yield Step(_("%(child)s was assessed in the last six months") % name, is_recent, may_be_left_out=True)


def _about_others(facts: QuestionFacts) -> Iterator[Step]:
    for part in facts.asks.heard:
        yield Step(HEARD[part], part in facts.heard, may_be_left_out=True)


def _about_the_options(facts: QuestionFacts, options: Sequence[str]) -> Iterator[Step]:
    forms = [form for form in facts.option_forms if form]
    if facts.asks.steps:
        due = set(facts.asks.steps).union(*(steps_before(form) for form in forms))
        for step in (step for step in LOOKED_AT if step in due):
            yield Step(LOOKED_AT[step], step in steps_looked_at(forms), may_be_left_out=True)
    yield Step(_("At least two options are on the table"), len(facts.option_forms) >= 2)
    for option in options:
        words = _("“%(option)s” is weighed on every factor") % {"option": option}
        yield Step(words, option not in facts.unweighed)


def _about_pairs(facts: QuestionFacts, unexplained: Sequence[tuple[str, str]]) -> Iterator[Step]:
    """Where the question is whether siblings part, each pair has a reason, or stays together."""
    if not facts.asks.about_siblings:
        return
    for child, sibling in unexplained:
        words = _("Why %(child)s and %(sibling)s would live apart is written; without it they stay together")
        yield Step(words % {"child": child, "sibling": sibling}, is_done=False)


def _about_those_who_decide(facts: QuestionFacts) -> Iterator[Step]:
    if facts.asks.panel or facts.panel_met:
        yield Step(_("The panel has approved it"), facts.panel_approved)
    if facts.issuer_is_only_author:
        yield Step(_("You wrote all of this alone: somebody else has to issue the decision"), is_done=False)
