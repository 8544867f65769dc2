"""What is strong, what worries, what would help; the causes; and what was tried to keep the family together."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.models.file import File
from vatra.casework.words.assessment import Domain, Standing, SupportKind, SupportResult
from vatra.casework.words.worry import CauseKind
from vatra.kernel.constraints import no_overlap, period_in_order
from vatra.kernel.privacy import Keep


class Assessment(models.Model):
    """A criteria-based look at the child's life and family (UN Guidelines §§39-40, R-16, R-27)."""

    file = models.ForeignKey(File, models.PROTECT, related_name="assessments")
    made_on = models.DateField(_("made on"))
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    sources = models.TextField(_("whom we spoke to and what we saw"))
    child_view = models.TextField(_("what the child told or showed"), blank=True)
    conclusion = models.TextField(_("what follows"))
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )

    class Meta:
        indexes = [models.Index(fields=["file", "-made_on"], name="assessment_of_file")]

    class Privacy:
        identifying = ("sources", "child_view", "conclusion")
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class DomainFinding(models.Model):
    """One of the twelve domains in one assessment: strengths, worries, what would help. No totals, ever."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="findings")
    domain = models.CharField(_("domain"), max_length=20, choices=Domain)
    standing = models.CharField(_("how it stands"), max_length=10, choices=Standing)
    strengths = models.TextField(_("what is strong"), blank=True)
    worries = models.TextField(_("what worries us"), blank=True)
    would_help = models.TextField(_("what would help"), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "domain"],
                name="domain_assessed_twice",
                violation_error_message=_("This side of the child's life is already described."),
            ),
            models.CheckConstraint(
                name="danger_without_worry",
                condition=~Q(standing__in=[Standing.WORRY, Standing.DANGER]) | ~Q(worries=""),
                violation_error_message=_(
                    "Say in words what worries you where you marked a worry or a danger."
                ),
            ),
        ]

    class Privacy:
        identifying = ("strengths", "worries", "would_help")
        sensitive = ("standing",)
        keep_for = Keep.CARE_RECORD


class Cause(models.Model):
    """Why this family may separate or did; dated, and asked again until it no longer holds (R-07)."""

    file = models.ForeignKey(File, models.PROTECT, related_name="causes")
    kind = models.CharField(_("cause"), max_length=30, choices=CauseKind)
    first_day = models.DateField(_("since"))
    last_day = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        constraints = [
            period_in_order("cause_ends_before_it_starts"),
            no_overlap(
                "cause_named_twice", "file", "kind", message=_("This cause is already named for these days.")
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ("kind",)
        keep_for = Keep.CARE_RECORD


class Support(models.Model):
    """Something tried with the family so that it stays together or can take the child back (R-07, R-15)."""

    file = models.ForeignKey(File, models.PROTECT, related_name="supports")
    kind = models.CharField(_("support"), max_length=20, choices=SupportKind)
    given_by = models.CharField(_("given by"), max_length=120)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)
    result = models.CharField(_("result"), max_length=20, choices=SupportResult, null=True, blank=True)
    account = models.TextField(_("what was done and what came of it"), blank=True)

    class Meta:
        constraints = [period_in_order("support_ends_before_it_starts")]

    class Privacy:
        identifying = ("account", "given_by")
        sensitive = ("kind", "result")
        keep_for = Keep.CARE_RECORD
