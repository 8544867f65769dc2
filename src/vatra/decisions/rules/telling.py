"""What stands against telling a child, saying why not, closing, and asking whether a child felt heard. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.kernel.concern import Concern, Severity


@dataclass(frozen=True)
class ToldFacts:
    """A decision and one child of it, on the day somebody wants to tell."""

    decided_on: date
    is_superseded: bool
    is_withdrawn: bool
    is_told: bool
    is_said_not_told: bool = False


@dataclass(frozen=True)
class ClosingFacts:
    """A question, on the day somebody wants to close it; `not_told` are names."""

    is_decided: bool
    is_closed: bool
    not_told: Sequence[str] = ()


def concerns_before_telling(facts: ToldFacts, *, on: date) -> list[Concern]:
    """The child is told once, of the decision in force, after it was issued."""
    found = _about_the_decision(facts)
    if on < facts.decided_on:
        found.append(
            Concern("told-early", Severity.BLOCK, _("The child is told after the decision was issued."))
        )
    return found


def concerns_before_saying_not_told(facts: ToldFacts) -> list[Concern]:
    """Why a child cannot be told is said once, and only while the child has not been told."""
    found = _about_the_decision(facts)
    if facts.is_said_not_told:
        sentence = _(
            "Somebody has already written why the child cannot be told. A second person confirms it."
        )
        found.append(Concern("not-told-twice", Severity.BLOCK, sentence))
    return found


def _about_the_decision(facts: ToldFacts) -> list[Concern]:
    found: list[Concern] = []
    if facts.is_superseded:
        sentence = _("A later decision has superseded this one. Tell the child of that one.")
        found.append(Concern("told-superseded", Severity.BLOCK, sentence))
    if facts.is_withdrawn:
        sentence = _("This decision was withdrawn. There is nothing to tell the child of it.")
        found.append(Concern("told-withdrawn", Severity.BLOCK, sentence))
    if facts.is_told:
        found.append(
            Concern("told-twice", Severity.BLOCK, _("It is already on record how the child was told."))
        )
    return found


def concerns_before_confirming(*, same_person: bool, is_confirmed: bool, is_told: bool) -> list[Concern]:
    """A second person looks at it, once."""
    found: list[Concern] = []
    if same_person:
        sentence = _("You wrote this reason yourself. A second person has to confirm it.")
        found.append(Concern("not-told-same-person", Severity.BLOCK, sentence))
    if is_confirmed:
        found.append(
            Concern("not-told-confirmed", Severity.BLOCK, _("A second person has already confirmed this."))
        )
    if is_told:
        sentence = _("The child has been told meanwhile. There is nothing left to confirm.")
        found.append(Concern("told-meanwhile", Severity.BLOCK, sentence))
    return found


def concerns_before_closing(facts: ClosingFacts) -> list[Concern]:
    """A question is closed once, when it was decided and every child told (GC 12 §45)."""
    if facts.is_closed:
        return [Concern("closed-twice", Severity.BLOCK, _("This question is already closed."))]
    if not facts.is_decided:
        return [Concern("closed-undecided", Severity.BLOCK, _("The question is not decided yet."))]
    sentence = _("%(child)s has not been told. Tell the child, or have a second person confirm why not.")
    return [Concern("closed-untold", Severity.BLOCK, sentence % {"child": name}) for name in facts.not_told]


def concerns_before_asking_whether_heard(
    *, was_heard: bool, same_person: bool, is_asked: bool
) -> list[Concern]:
    """Whether a child felt heard is asked once, of a child who was heard, by somebody else."""
    found: list[Concern] = []
    if not was_heard:
        sentence = _("This child was not heard, so it cannot be asked whether it felt heard.")
        found.append(Concern("felt-heard-unheard", Severity.BLOCK, sentence))
    if same_person:
        sentence = _("Somebody else asks this: neither who heard the child nor who told the child.")
        found.append(Concern("felt-heard-same-person", Severity.BLOCK, sentence))
    if is_asked:
        found.append(
            Concern("felt-heard-twice", Severity.BLOCK, _("The child's answer is already on record."))
        )
    return found
