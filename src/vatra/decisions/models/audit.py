"""Looking back at decisions drawn at random, by somebody who had no part in them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Unit, User
from vatra.decisions.models.decision import Decision
from vatra.decisions.words import Verdict
from vatra.kernel.constraints import both_or_neither
from vatra.kernel.privacy import Keep


class AuditSample(models.Model):
    """Decisions drawn at random from those a unit issued in a period; the seed shows that nobody chose them."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="audit_samples")
    first_day = models.DateField(_("issued from"))
    last_day = models.DateField(_("issued until"))
    seed = models.CharField(_("seed"), max_length=64)
    drawn_at = models.DateTimeField()
    drawn_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="sample_period_ends_before_it_starts",
                condition=Q(last_day__gte=models.F("first_day")),
                violation_error_message=_("The last day cannot be before the first day."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class AuditedDecision(models.Model):
    """One decision of the sample, and what was found."""

    sample = models.ForeignKey(AuditSample, models.PROTECT, related_name="decisions")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="audits")
    verdict = models.CharField(_("what was found"), max_length=10, choices=Verdict, null=True, blank=True)
    remarks = models.TextField(_("remarks"), blank=True)
    looked_on = models.DateField(_("on"), null=True, blank=True)
    looked_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="decision_twice_in_sample",
                fields=["sample", "decision"],
                violation_error_message=_("The sample already holds this decision."),
            ),
            both_or_neither(
                "audit_half_recorded",
                "verdict",
                "looked_on",
                "looked_by",
                message=_("Say what was found, on which day and by whom."),
            ),
        ]

    class Privacy:
        identifying = ("remarks",)
        sensitive = ("verdict",)
        keep_for = Keep.CARE_RECORD
