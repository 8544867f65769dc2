"""After the decision: the child is told, and only then the question is closed (GC 12 §45: feedback)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.decisions.models.decision import Outcome
from vatra.decisions.models.question import Question, QuestionChild
from vatra.decisions.words import FeltHeardAnswer, ToldHow
from vatra.kernel.constraints import both_or_neither
from vatra.kernel.privacy import Keep
from vatra.people.words import Language


class Drawing(models.Model):
    """What the child drew or wrote by hand, as a picture; its file carries nothing about camera or place."""

    child = models.ForeignKey(QuestionChild, models.PROTECT, related_name="drawings")
    picture = models.BinaryField()
    media_type = models.CharField(max_length=20)
    says = models.CharField(_("what the child says about it"), max_length=300, blank=True)
    kept_on = models.DateField()
    kept_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Privacy:
        identifying = ("picture", "says")
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class Telling(models.Model):
    """The child was told what was decided, why, what was taken up and what not, and how to complain."""

    outcome = models.OneToOneField(Outcome, models.PROTECT, related_name="telling")
    told_on = models.DateField(_("told on"))
    told_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    how = models.CharField(_("how"), max_length=20, choices=ToldHow)
    language = models.CharField(_("in which language"), max_length=3, choices=Language)
    words = models.TextField(_("what was said, in words for the child"))
    reaction = models.TextField(_("how the child took it, in the child's words"))
    complaint_explained = models.TextField(_("what was said about whom to turn to with a complaint"))

    trigger_sentences = {
        "told_before_decided": _("The child is told after the decision was issued."),
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="telling_without_words",
                condition=~Q(words="") & ~Q(reaction="") & ~Q(complaint_explained=""),
                violation_error_message=_(
                    "Write what the child was told, how the child took it, and whom the child can turn to."
                ),
            ),
        ]

    class Privacy:
        identifying = ("words", "reaction", "complaint_explained")
        sensitive = ("how", "language")
        keep_for = Keep.CARE_RECORD


class NotTold(models.Model):
    """Why a child could not be told: one person says so, a second confirms it."""

    outcome = models.OneToOneField(Outcome, models.PROTECT, related_name="not_told")
    reason = models.TextField(_("why the child cannot be told"))
    said_on = models.DateField()
    said_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="not_told_without_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Write why the child cannot be told."),
            ),
            both_or_neither(
                "not_told_half_confirmed",
                "confirmed_on",
                "confirmed_by",
                message=_("Say who confirmed it, and on which day."),
            ),
            models.CheckConstraint(
                name="not_told_confirmed_by_the_same_person",
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("said_by")),
                violation_error_message=_("A second person has to confirm this."),
            ),
        ]

    class Privacy:
        identifying = ("reason",)
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class FeltHeard(models.Model):
    """Whether the child felt heard, asked afterwards by somebody who neither heard nor told the child (Lundy: audience)."""

    child = models.OneToOneField(QuestionChild, models.PROTECT, related_name="felt_heard")
    answer = models.CharField(_("did the child feel heard?"), max_length=20, choices=FeltHeardAnswer)
    words = models.TextField(_("in the child's words"), blank=True)
    asked_on = models.DateField(_("asked on"))
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    trigger_sentences = {
        "felt_heard_asked_by_the_same_person": _(
            "Somebody else asks this: neither who heard the child nor who told the child."
        ),
    }

    class Privacy:
        identifying = ("words",)
        sensitive = ("answer",)
        keep_for = Keep.CARE_RECORD


class Closing(models.Model):
    """The question is done with: decided, and every child told."""

    question = models.OneToOneField(Question, models.PROTECT, related_name="closing")
    closed_on = models.DateField(_("closed on"))
    closed_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    trigger_sentences = {
        "closed_before_decided": _("The question is not decided yet."),
        "closed_before_child_was_told": _(
            "A question is closed once every child was told, or two people have said why not."
        ),
    }

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.CARE_RECORD
