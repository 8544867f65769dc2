"""Words for a review: who is there, what became of causes and goals, and why a part of it is missing."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.casework.words.entries import GoalResult, Participation


class Part(models.TextChoices):
    """As what somebody comes to a review (UN Guidelines §65, R-31)."""

    CHILD = "child", _("The child")
    PARENT = "parent", _("Mother or father")
    CARER = "carer", _("Carer")
    GUARDIAN = "guardian", _("Guardian")
    RELATIVE = "relative", _("Relative")
    TRUSTED = "trusted", _("Person of trust, chosen by the child")
    TEACHER = "teacher", _("Teacher or educator")
    HEALTH = "health", _("Doctor, nurse or psychologist")
    SERVICE = "service", _("Social service or another authority")
    OTHER = "other", _("Somebody else")


class CauseNow(models.TextChoices):
    """Whether a cause of the separation is still there (R-07)."""

    STILL = "still", _("Still there")
    LESS = "less", _("Still there, but less than before")
    GONE = "gone", _("No longer there")
    NOT_KNOWN = "not_known", _("Not known")


class GoalNow(models.TextChoices):
    """How a goal of the plan stands when it is looked at; all but the first end it (R-29)."""

    ON_THE_WAY = "on_the_way", _("On the way")
    REACHED = GoalResult.REACHED.value, _("Reached")
    PARTLY = GoalResult.PARTLY.value, _("Reached in part")
    NOT_REACHED = GoalResult.NOT_REACHED.value, _("Not reached")
    DROPPED = GoalResult.DROPPED.value, _("No longer wanted")


class WithoutChild(models.TextChoices):
    """Why a review has no part of the child; nothing else counts as a reason (R-33)."""

    DID_NOT_WANT = "did_not_want", _("The child was asked and did not want to take part")
    TOO_ILL = "too_ill", _("The child was too ill")
    NOT_FOUND = "not_found", _("The child could not be found")
    NOT_SAFE = "not_safe", _("It would have put the child in danger")
    NOBODY_TO_INTERPRET = "no_interpreter", _("Nobody was there who speaks the child's language")
    NOT_ASKED_FOR = "not_asked_for", _("Not written down: the review was held before a reason was asked for")


class NotHeld(models.TextChoices):
    """Why a planned review did not take place."""

    CHILD_MISSING = "child_missing", _("The child could not come")
    FAMILY_MISSING = "family_missing", _("Somebody of the family could not come")
    CARER_MISSING = "carer_missing", _("The carer could not come")
    WORKER_MISSING = "worker_missing", _("Somebody of the service could not come")
    NO_INTERPRETER = "no_interpreter", _("No interpreter could be found")
    NO_WAY_THERE = "no_way_there", _("There was no way to get there: weather, road, transport")
    OTHER = "other", _("Another reason, said below")


# The child's part is in words: said, sent, shown, or seen by who observed.
IN_WORDS = (
    Participation.OBSERVED,
    Participation.SPOKE,
    Participation.ADVOCATE_SPOKE,
    Participation.SYMBOLS,
    Participation.BRIEFED,
    Participation.SENT_VIEWS,
)
# The child has no part; why not is said by a code.
WITHOUT_PART = (Participation.SILENT, Participation.NO_VIEWS)
