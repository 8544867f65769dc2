"""Question, options, the child's hearing, the panel, the issued decision and what becomes of it."""

from vatra.decisions.models.afterwards import Appeal, Withdrawal
from vatra.decisions.models.audit import AuditedDecision, AuditSample
from vatra.decisions.models.decision import Decision, Outcome
from vatra.decisions.models.document import IssuedDocument, LetterText
from vatra.decisions.models.option import Option, Weighing
from vatra.decisions.models.panel import Condition, PanelMeeting, PanelSeat, Resolution, Vote
from vatra.decisions.models.question import Question, QuestionChild, Separation
from vatra.decisions.models.sheet import SheetHanded
from vatra.decisions.models.taking_part import TookPart
from vatra.decisions.models.telling import Closing, Drawing, FeltHeard, NotTold, Telling
from vatra.decisions.models.thin import ThinReason

__all__ = [
    "Appeal",
    "AuditSample",
    "AuditedDecision",
    "Closing",
    "Condition",
    "Decision",
    "Drawing",
    "FeltHeard",
    "IssuedDocument",
    "LetterText",
    "NotTold",
    "Option",
    "Outcome",
    "PanelMeeting",
    "PanelSeat",
    "Question",
    "QuestionChild",
    "Resolution",
    "Separation",
    "SheetHanded",
    "Telling",
    "ThinReason",
    "TookPart",
    "Vote",
    "Weighing",
    "Withdrawal",
]
