"""The question: what has to be decided about which children, with what each child says to it."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Unit, User
from vatra.access.roles import Permission
from vatra.casework.models import DecisionAskedFor, File
from vatra.casework.words.worry import CauseKind
from vatra.decisions.words import HeardHow, NotHeardReason, QuestionKind, SeparationReason, Setting
from vatra.kernel.constraints import both_or_neither
from vatra.kernel.privacy import Keep
from vatra.people.models import Person
from vatra.people.words import Language


class Questions(models.QuerySet["Question"]):
    """Questions about many questions."""

    def visible_to(self, user: User, *, on: date, to: Permission = Permission.READ_FILE) -> Self:
        """Questions about at least one child whose file the user may use."""
        files = File.objects.visible_to(user, on=on, to=to)
        mine = QuestionChild.objects.filter(question=OuterRef("pk"), file__in=files)
        return self.filter(Exists(mine))

    def undecided(self) -> Self:
        """Neither decided nor withdrawn."""
        return self.filter(decisions__isnull=True, withdrawn_on__isnull=True)


class Question(models.Model):
    """Something that has to be decided in the best interest of one child or of brothers and sisters together."""

    kind = models.CharField(_("question"), max_length=30, choices=QuestionKind)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="questions")
    asked_on = models.DateField(_("asked on"))
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    why_now = models.TextField(_("why it has to be decided now"))
    if_nothing = models.TextField(_("what happens if nothing is done"), blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    # The wish of a review that the question came from; none where it was asked by itself.
    asked_for = models.ForeignKey(
        DecisionAskedFor, models.PROTECT, null=True, blank=True, related_name="questions"
    )

    objects = Questions.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="question_withdrawn_before_asked",
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("asked_on")),
                violation_error_message=_("A question cannot be withdrawn before it was asked."),
            ),
        ]

    class Privacy:
        identifying = ("why_now", "if_nothing")
        sensitive = ("kind",)
        keep_for = Keep.CARE_RECORD


class QuestionChild(models.Model):
    """A child the question is about, and what this child says: own words, own way (R-02)."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="children")
    file = models.ForeignKey(File, models.PROTECT, related_name="questions")
    causes = ArrayField(
        models.CharField(max_length=30, choices=CauseKind),
        verbose_name=_("reasons"),
        default=list,
        blank=True,
    )
    # Prepared: what the child was told beforehand, in which words, and whom the child wants there (GC 12 §§41-45).
    prepared_on = models.DateField(_("prepared on"), null=True, blank=True)
    prepared_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    explained = models.TextField(_("what was explained to the child"), blank=True)
    wants_there = models.CharField(_("whom the child wants to be there"), max_length=200, blank=True)
    # Heard.
    heard_how = models.CharField(
        _("how the view was sought"), max_length=20, choices=HeardHow, null=True, blank=True
    )
    heard_on = models.DateField(_("on"), null=True, blank=True)
    heard_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    heard_in = models.CharField(_("in which language"), max_length=3, choices=Language, null=True, blank=True)
    heard_where = models.CharField(_("where"), max_length=20, choices=Setting, null=True, blank=True)
    interpreter = models.CharField(_("interpreter"), max_length=120, blank=True)
    supported_by = models.CharField(_("who supported the child"), max_length=200, blank=True)
    words = models.TextField(_("the child's own words, or what was seen"), blank=True)
    # Weighed: given its due weight, and why (GC 12 §§44-45).
    taken_up = models.TextField(_("what was taken up, what was not, and why"), blank=True)
    not_heard_reason = models.CharField(
        _("why the view could not be sought"), max_length=20, choices=NotHeardReason, null=True, blank=True
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "file"],
                name="child_twice_in_question",
                violation_error_message=_("The question already is about this child."),
            ),
            models.CheckConstraint(
                name="childs_view_half_recorded",
                condition=Q(
                    heard_how__isnull=True,
                    heard_on__isnull=True,
                    heard_by__isnull=True,
                    heard_in__isnull=True,
                    words="",
                )
                | Q(
                    heard_how__isnull=False,
                    heard_on__isnull=False,
                    heard_by__isnull=False,
                    heard_in__isnull=False,
                    not_heard_reason__isnull=True,
                )
                & ~Q(words=""),
                violation_error_message=_(
                    "The child's view needs all of these: how it was sought, when, by whom, in which language, and the words."
                ),
            ),
            both_or_neither(
                "hearing_half_prepared",
                "prepared_on",
                "prepared_by",
                message=_("Say on which day the child was prepared, and by whom."),
            ),
            models.CheckConstraint(
                name="child_heard_before_prepared",
                condition=Q(prepared_on__isnull=True)
                | Q(heard_on__isnull=True)
                | Q(heard_on__gte=F("prepared_on")),
                violation_error_message=_("The child is prepared first, and heard then."),
            ),
        ]

    class Privacy:
        identifying = ("words", "taken_up", "explained", "wants_there", "interpreter", "supported_by")
        sensitive = ("causes", "heard_how", "heard_in", "heard_where", "not_heard_reason")
        keep_for = Keep.CARE_RECORD

    @property
    def is_answered(self) -> bool:
        """Whether the child's view, or the coded reason why not, is on record."""
        return self.heard_how is not None or self.not_heard_reason is not None


class Separation(models.Model):
    """The reason why two siblings would live apart, how they stay in touch, when it is looked at again (R-09)."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="separations")
    file = models.ForeignKey(File, models.PROTECT, related_name="separations")
    sibling = models.ForeignKey(Person, models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=20, choices=SeparationReason)
    in_words = models.TextField(_("why, for these two"))
    contact = models.CharField(_("how they stay in touch"), max_length=200)
    look_again_on = models.DateField(_("looked at again on"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "file", "sibling"],
                name="separation_written_twice",
                violation_error_message=_("The reason for these two is already written."),
            ),
            models.CheckConstraint(
                name="separation_without_words",
                condition=~Q(in_words="") & ~Q(contact=""),
                violation_error_message=_("Write why these two live apart and how they stay in touch."),
            ),
        ]

    class Privacy:
        identifying = ("in_words", "contact", "sibling")
        sensitive = ("reason",)
        keep_for = Keep.CARE_RECORD
