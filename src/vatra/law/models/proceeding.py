"""A proceeding before a court or authority about a child, and its steps."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.casework.models import File
from vatra.kernel.constraints import both_or_neither
from vatra.kernel.privacy import Keep
from vatra.law.proceedings.words import ProceedingKind, ProceedingOutcome, PutOffBecause, StepKind


class Proceeding(models.Model):
    """What an authority is asked to decide about a child, from the day it is asked until it is decided (R-19).

    `authority` is the code of an institution in the pack of the file's law, `seat` says which one of them.
    """

    file = models.ForeignKey(File, models.PROTECT, related_name="proceedings")
    kind = models.CharField(_("what is asked for"), max_length=30, choices=ProceedingKind)
    authority = models.CharField(_("authority"), max_length=60)
    seat = models.CharField(_("which one"), max_length=160, blank=True)
    case_number = models.CharField(_("case number"), max_length=60, blank=True)
    opened_on = models.DateField(_("opened on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=ProceedingOutcome, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file", "kind", "authority"],
                condition=Q(closed_on__isnull=True),
                name="proceeding_opened_twice",
                violation_error_message=_("This proceeding is already open in the file."),
            ),
            models.CheckConstraint(
                name="proceeding_closed_before_opened",
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                violation_error_message=_("A proceeding cannot be closed before it was opened."),
            ),
            both_or_neither(
                "proceeding_closed_without_outcome",
                "closed_on",
                "outcome",
                message=_("Say how the proceeding ended, and on which day."),
            ),
        ]
        indexes = [models.Index(fields=["kind", "opened_on"], name="proceedings_that_wait")]

    class Privacy:
        identifying = ("case_number",)
        sensitive = ("kind", "authority", "seat", "outcome")
        keep_for = Keep.CARE_RECORD

    @property
    def is_open(self) -> bool:
        """Whether nothing has been decided yet."""
        return self.closed_on is None


class ProceedingStep(models.Model):
    """What is to be done next in a proceeding, by which authority, and by which day; a hearing is a step.

    A hearing that is put off was taken on the day it was put off, with the reason and who put it off; the hearing
    held instead is a step of its own.
    """

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="steps")
    kind = models.CharField(_("kind of step"), max_length=10, choices=StepKind, default=StepKind.STEP)
    what = models.CharField(_("what is to be done"), max_length=200)
    authority = models.CharField(_("by which authority"), max_length=60)
    due_on = models.DateField(_("by which day"))
    hour = models.TimeField(_("at what time"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=160, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    result = models.TextField(_("what came of it"), blank=True)
    put_off_because = models.CharField(
        _("why it was put off"), max_length=20, choices=PutOffBecause, null=True, blank=True
    )
    put_off_authority = models.CharField(_("who put it off"), max_length=60, null=True, blank=True)
    instead_of = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="put_off_to",
        verbose_name=_("instead of the hearing"),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proceeding", "what", "due_on"],
                name="step_planned_twice",
                violation_error_message=_("This step is already planned for that day."),
            ),
            models.CheckConstraint(
                name="step_done_without_result",
                condition=Q(done_on__isnull=True, result="") | Q(done_on__isnull=False) & ~Q(result=""),
                violation_error_message=_("Say on which day the step was taken, and what came of it."),
            ),
            models.CheckConstraint(
                name="hearing_without_place",
                condition=Q(kind=StepKind.STEP) | ~Q(place=""),
                violation_error_message=_("Write where the hearing is held."),
            ),
            models.CheckConstraint(
                name="step_on_paper_with_place",
                condition=Q(kind=StepKind.HEARING) | Q(place="", hour__isnull=True),
                violation_error_message=_("Only a hearing has a time and a place."),
            ),
            both_or_neither(
                "hearing_put_off_by_nobody",
                "put_off_because",
                "put_off_authority",
                message=_("Say why the hearing was put off, and who put it off."),
            ),
            models.CheckConstraint(
                name="step_put_off_that_is_no_hearing",
                condition=Q(put_off_because__isnull=True, instead_of__isnull=True) | Q(kind=StepKind.HEARING),
                violation_error_message=_("Only a hearing is put off."),
            ),
            models.CheckConstraint(
                name="hearing_put_off_on_no_day",
                condition=Q(put_off_because__isnull=True) | Q(done_on__isnull=False),
                violation_error_message=_("Say on which day the hearing was put off."),
            ),
        ]

    class Privacy:
        identifying = ("what", "result", "place")
        sensitive = ("authority", "hour", "put_off_because", "put_off_authority")
        keep_for = Keep.CARE_RECORD

    @property
    def is_hearing(self) -> bool:
        """Whether people meet for it."""
        return self.kind == StepKind.HEARING

    @property
    def was_put_off(self) -> bool:
        """Whether it was a hearing that did not take place on its day."""
        return self.put_off_because is not None
