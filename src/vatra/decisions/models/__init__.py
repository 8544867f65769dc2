"""Questions about children, and the decisions that answer them."""

from vatra.decisions.models.decision import Decision, Outcome
from vatra.decisions.models.option import Option, Weighing
from vatra.decisions.models.question import PanelSeat, Question, QuestionChild, Separation, TookPart

__all__ = [
    "Decision",
    "Option",
    "Outcome",
    "PanelSeat",
    "Question",
    "QuestionChild",
    "Separation",
    "TookPart",
    "Weighing",
]
