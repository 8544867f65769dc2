"""What became of an issued decision, and what has to be done next, for its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from vatra.access.roles import Permission
from vatra.decisions.doors import Asked
from vatra.decisions.issued import Issued
from vatra.decisions.models import Appeal, Decision, Outcome
from vatra.decisions.words import APPEAL_SUCCEEDED
from vatra.kernel.duty import Duty
from vatra.kernel.sentence import Sentence
from vatra.law.citations import cited
from vatra.law.duty_titles import title_of


class NextAct(StrEnum):
    """What carries an outcome out."""

    NOTHING = "nothing"
    DONE = "done"
    PLACE = "place"
    RETURN = "return"
    SUPPORT = "support"


@dataclass(frozen=True)
class OutcomeOnPage:
    """What was decided for one child, and what carries it out."""

    outcome: Outcome
    next_act: NextAct


@dataclass(frozen=True)
class DueNext:
    """What a decision makes due, by which day, and on which rule that rests."""

    title: Sentence
    duty: Duty
    citation: str
    is_verified: bool


@dataclass(frozen=True)
class Aftermath:
    """A decision with its outcomes, its appeals and what is due; `may_change` is for those entitled to decide."""

    decision: Decision
    outcomes: Sequence[OutcomeOnPage]
    appeals: Sequence[Appeal]
    due: Sequence[DueNext]
    may_change: bool
    may_write: bool

    @property
    def is_in_force(self) -> bool:
        """Neither superseded nor withdrawn."""
        return not (hasattr(self.decision, "superseded_by") or hasattr(self.decision, "withdrawal"))

    @property
    def fell_on_appeal(self) -> bool:
        """An appeal changed or overturned it, and no new decision was made yet."""
        succeeded = any(appeal.outcome in APPEAL_SUCCEEDED for appeal in self.appeals)
        return succeeded and not hasattr(self.decision, "superseded_by")

    @property
    def may_be_withdrawn(self) -> bool:
        """Whether the reader may take it back: in force, and no child placed by it."""
        untouched = all(each.next_act != NextAct.DONE for each in self.outcomes)
        return self.may_change and self.is_in_force and untouched

    @property
    def may_be_superseded(self) -> bool:
        """Whether the reader may decide anew in its place."""
        return self.may_change and not hasattr(self.decision, "superseded_by")

    @property
    def may_be_appealed(self) -> bool:
        """Whether the reader may write down an appeal."""
        return self.may_write and self.is_in_force

    @property
    def chosen_for_all(self) -> int | None:
        """The option decided for every child, by its id; None where it differs."""
        chosen = {each.outcome.option_id for each in self.outcomes}
        return chosen.pop() if len(chosen) == 1 else None


def aftermath_of(issued: Issued, asked: Asked) -> Aftermath:
    """What the page says of it; no query."""
    decision = issued.decision
    is_over = hasattr(decision, "superseded_by") or hasattr(decision, "withdrawal")
    is_over = is_over or any(appeal.outcome in APPEAL_SUCCEEDED for appeal in issued.appeals)
    return Aftermath(
        decision=decision,
        outcomes=[
            OutcomeOnPage(each, NextAct.NOTHING if is_over else _next_act(each)) for each in issued.outcomes
        ],
        appeals=issued.appeals,
        due=_due(issued.duties),
        may_change=asked.may(Permission.ISSUE_DECISION),
        may_write=asked.may(Permission.PREPARE_DECISION),
    )


def _next_act(outcome: Any) -> NextAct:
    if outcome.contact:
        return NextAct.NOTHING
    if outcome.was_placed:
        return NextAct.DONE
    if outcome.home_id:
        return NextAct.PLACE
    return NextAct.RETURN if outcome.lives_elsewhere else NextAct.SUPPORT


def _due(duties: Sequence[Duty]) -> list[DueNext]:
    """One of each, whatever the children; of several the one that is due last."""
    return list({duty.rule: _due_next(duty) for duty in duties}.values())


def _due_next(duty: Duty) -> DueNext:
    citation, verified = duty.citation, duty.verified  # type: ignore[attr-defined]
    return DueNext(title_of(duty.rule), duty, cited(citation), bool(verified))
