"""The life of a question, as a small table of allowed moves; printed in docs/states.md and tested against it."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.decisions.models import Question
from vatra.kernel.concern import Concern, Refused, Severity


class QuestionState(models.TextChoices):
    """Derived from facts: whether a decision exists, whether the question was withdrawn."""

    PREPARED = "prepared", _("Being prepared")
    DECIDED = "decided", _("Decided")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# A decided question is decided again only by a decision that supersedes.
MOVES: Mapping[QuestionState, frozenset[QuestionState]] = {
    QuestionState.PREPARED: frozenset({QuestionState.DECIDED, QuestionState.WITHDRAWN}),
    QuestionState.DECIDED: frozenset({QuestionState.DECIDED}),
    QuestionState.WITHDRAWN: frozenset(),
}

REFUSALS = {
    QuestionState.DECIDED: _(
        "This question has been decided; what it rests on stays as it was. Ask a new question."
    ),
    QuestionState.WITHDRAWN: _("This question was withdrawn. Ask a new one."),
}


def state_of(question: Question) -> QuestionState:
    """Where the question stands."""
    return state_from(question, is_decided=question.withdrawn_on is None and question.decisions.exists())


def state_from(question: Question, *, is_decided: bool) -> QuestionState:
    """The same where it is known already whether a decision exists."""
    if question.withdrawn_on is not None:
        return QuestionState.WITHDRAWN
    return QuestionState.DECIDED if is_decided else QuestionState.PREPARED


def locked(question: Question) -> Question:
    """The question as it stands once nobody else is deciding, telling or closing it; until the transaction ends."""
    return Question.objects.select_for_update(no_key=True).get(pk=question.pk)


def advance(question: Question, to: QuestionState) -> None:
    """Refuse a move the table does not know."""
    advance_from(state_of(question), to)


def advance_from(state: QuestionState, to: QuestionState) -> None:
    """The same where it is known already how the question stands."""
    if to not in MOVES[state]:
        raise Refused([Concern(f"question-{state}", Severity.BLOCK, REFUSALS[state])])


def still_prepared(question: Question) -> None:
    """Refuse to change what a decided or withdrawn question rests on; while it is being decided, wait for that."""
    state = state_of(locked(question))
    if state is not QuestionState.PREPARED:
        raise Refused([Concern(f"question-{state}", Severity.BLOCK, REFUSALS[state])])
