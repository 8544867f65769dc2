"""What stands on a timeline, in words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from vatra.casework.words.assessment import SupportKind
from vatra.casework.words.entries import ContactKind, Participation, PlanAim, VisitPurpose
from vatra.casework.words.file import ClosingReason
from vatra.casework.words.review import NotHeld
from vatra.casework.words.worry import CauseKind, Urgency
from vatra.decisions.words import Discipline, HeardHow, QuestionKind, ResolutionKind, ToldHow
from vatra.homes.words import FormOfCare
from vatra.kernel.sentence import Sentence
from vatra.law.path.known import called
from vatra.law.proceedings.words import (
    BlockedBecause,
    OpeningPurpose,
    ProceedingKind,
    ProceedingOutcome,
    PutOffBecause,
    StepKind,
)
from vatra.law.words import GuardianKind, StatusKind
from vatra.placements.words import AwayKind, EndReason


class Kind(TextChoices):
    """What kind of thing happened. Entries of the same day stand in the order of these values, the last first."""

    ABSENCE = "absence", _("Days away from the home")
    ASSESSMENT = "assessment", _("Assessment")
    CAUSE = "cause", _("A cause was named")
    # The value sorts before that of the hearing: on the same day the child is prepared first.
    CHILD_PREPARED = "child_prepared", _("The child was prepared for being asked")
    CLOSED = "closed", _("The file was closed")
    CONCERN = "concern", _("Concern")
    # The value sorts before that of a condition done: done late, it was late first.
    CONDITION_LATE = "condition_late", _("What the panel asked for was not done in time")
    CONDITION_MET = "condition_met", _("What the panel asked for was done")
    CONTACT = "contact", _("Contact with the family")
    DECISION = "decision", _("Decision")
    ENVELOPE_AGREED = "envelope_agreed", _("Two persons agreed to open a sealed envelope")
    ENVELOPE_REFUSED = "envelope_refused", _("The opening of a sealed envelope was refused")
    ENVELOPE_SEALED = "envelope_sealed", _("What is known about the origins was sealed")
    GUARDIAN = "guardian", _("Guardian")
    HEARING = "hearing", _("The child was asked")
    HEARING_PUT_OFF = "hearing_put_off", _("A hearing of a proceeding was put off")
    LEGAL_PATH = "legal_path", _("A step of the legal path")
    LEGAL_STATUS = "legal_status", _("Legal status")
    NOTE = "note", _("Note")
    OPENED = "opened", _("The file was opened")
    # On the day it meets the panel is called, its members sit, and then it answers.
    PANEL_CALLED = "panel_called", _("The panel is called to this day")
    PANEL_MEMBER = "panel_member", _("A seat on the panel was given")
    PANEL_SAID = "panel_said", _("The panel answered")
    PLAN = "plan", _("Plan")
    PROCEEDING = "proceeding", _("A proceeding was opened")
    PROCEEDING_BLOCKED = "proceeding_blocked", _("A proceeding cannot go on")
    PROCEEDING_STEP = "proceeding_step", _("A step of a proceeding was taken")
    # The value sorts after that of a step: on the same day the last step comes first.
    PROCEEDING_WAS_CLOSED = "proceeding_was_closed", _("A proceeding was closed")
    QUESTION = "question", _("A question was asked")
    REVIEW = "review", _("Review")
    REVIEW_MISSED = "review_missed", _("A planned review did not take place")
    STAY_BEGAN = "stay_began", _("The child came to live in a home")
    STAY_ENDED = "stay_ended", _("The stay in a home ended")
    SUPPORT = "support", _("Support for the family")
    TOLD = "told", _("The child was told what was decided")
    VISIT = "visit", _("Visit")
    WORKER = "worker", _("Another worker answers for the child")


CODES: dict[Kind, type[TextChoices]] = {
    Kind.ABSENCE: AwayKind,
    Kind.CAUSE: CauseKind,
    Kind.CLOSED: ClosingReason,
    Kind.CONCERN: Urgency,
    Kind.CONTACT: ContactKind,
    Kind.DECISION: FormOfCare,
    Kind.ENVELOPE_AGREED: OpeningPurpose,
    Kind.ENVELOPE_REFUSED: OpeningPurpose,
    Kind.GUARDIAN: GuardianKind,
    Kind.HEARING: HeardHow,
    Kind.HEARING_PUT_OFF: PutOffBecause,
    Kind.LEGAL_STATUS: StatusKind,
    Kind.PANEL_MEMBER: Discipline,
    Kind.PANEL_SAID: ResolutionKind,
    Kind.PLAN: PlanAim,
    Kind.PROCEEDING: ProceedingKind,
    Kind.PROCEEDING_BLOCKED: BlockedBecause,
    Kind.PROCEEDING_STEP: StepKind,
    Kind.PROCEEDING_WAS_CLOSED: ProceedingOutcome,
    Kind.QUESTION: QuestionKind,
    Kind.REVIEW: Participation,
    Kind.REVIEW_MISSED: NotHeld,
    Kind.STAY_BEGAN: FormOfCare,
    Kind.STAY_ENDED: EndReason,
    Kind.SUPPORT: SupportKind,
    Kind.TOLD: ToldHow,
    Kind.VISIT: VisitPurpose,
}


def label_of(kind: Kind, code: str) -> Sentence:
    """The code of an entry in words; nothing for nothing."""
    if kind == Kind.LEGAL_PATH:
        return called(*code.split(":"))
    return CODES[kind](code).label if code and kind in CODES else ""
