"""The hearing of one child, as a small table of allowed moves; printed in docs/states.md and tested against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.kernel.concern import Concern, Severity
from vatra.kernel.sentence import Sentence


class HearingState(models.TextChoices):
    """How far the hearing of a child has come (CRC General Comment 12 §§40-47); derived, never set."""

    EXPECTED = "expected", _("Not begun")
    PREPARED = "prepared", _("The child is prepared")
    HEARD = "heard", _("The child was heard")
    NOT_HEARD = "not_heard", _("The child could not be heard")
    WEIGHED = "weighed", _("The view was given its weight")
    TOLD = "told", _("The child was told, and knows how to complain")
    NOT_TOLD = "not_told", _("The child could not be told")


@dataclass(frozen=True)
class HearingFacts:
    """What is on record about one child of a question; the telling is that of the decision in force."""

    prepared_on: date | None = None
    heard_on: date | None = None
    could_not_be_heard: bool = False
    is_weighed: bool = False
    decided_on: date | None = None
    told_on: date | None = None
    not_told_said_on: date | None = None
    not_told_confirmed_on: date | None = None


S = HearingState

# A decision that supersedes is told anew: whoever was told, or could not be, falls back to what came before. Records
# taken over from elsewhere were decided without a weight written down; their children are told all the same.
MOVES: Mapping[HearingState, frozenset[HearingState]] = {
    S.EXPECTED: frozenset({S.PREPARED, S.HEARD, S.NOT_HEARD}),
    S.PREPARED: frozenset({S.HEARD, S.NOT_HEARD}),
    S.HEARD: frozenset({S.WEIGHED, S.TOLD, S.NOT_TOLD}),
    S.NOT_HEARD: frozenset({S.HEARD, S.TOLD, S.NOT_TOLD}),
    S.WEIGHED: frozenset({S.HEARD, S.TOLD, S.NOT_TOLD}),
    S.TOLD: frozenset({S.HEARD, S.WEIGHED, S.NOT_HEARD}),
    S.NOT_TOLD: frozenset({S.TOLD, S.HEARD, S.WEIGHED, S.NOT_HEARD}),
}

REFUSALS: Mapping[HearingState, Sentence] = {
    S.NOT_HEARD: _(
        "What the child said is on record, and it stays there. Write down what the child says now."
    ),
    S.WEIGHED: _("First the child is heard; then the view is given its weight."),
    S.TOLD: _("First the view of the child is sought; then it is decided, and the child is told."),
    S.NOT_TOLD: _("The child has been told; nobody needs to say why not."),
}


def state_of_hearing(facts: HearingFacts) -> HearingState:
    """Where the hearing stands; the latest step that was reached counts."""
    reached = (
        (facts.told_on, S.TOLD),
        (facts.not_told_confirmed_on, S.NOT_TOLD),
        (facts.heard_on and facts.is_weighed, S.WEIGHED),
        (facts.heard_on, S.HEARD),
        (facts.could_not_be_heard, S.NOT_HEARD),
        (facts.prepared_on, S.PREPARED),
    )
    return next((state for fact, state in reached if fact), S.EXPECTED)


def concerns_before_moving(facts: HearingFacts, to: HearingState) -> list[Concern]:
    """A move the table does not know, as a sentence; to write the same step down again is no move."""
    state = state_of_hearing(facts)
    if to == state or to in MOVES[state]:
        return []
    return [Concern(f"hearing-{to}", Severity.BLOCK, REFUSALS[to])]
