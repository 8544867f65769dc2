"""What becomes of an issued decision: withdrawn before it is carried out, appealed against."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.decisions.models.decision import Decision
from vatra.decisions.words import AppealOutcome
from vatra.kernel.constraints import both_or_neither
from vatra.kernel.privacy import Keep


class Withdrawal(models.Model):
    """A decision that is taken back: nothing rests on it any more; the decision itself stays to be read."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="withdrawal")
    withdrawn_on = models.DateField(_("withdrawn on"))
    withdrawn_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    why = models.TextField(_("why"))

    trigger_sentences = {
        "withdrawn_although_carried_out": _(
            "This decision has been carried out. Issue a new decision that supersedes it."
        ),
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="withdrawn_without_reason",
                condition=~Q(why=""),
                violation_error_message=_("Say why the decision is withdrawn."),
            ),
        ]

    class Privacy:
        identifying = ("why",)
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class Appeal(models.Model):
    """Somebody asks that the decision be looked at by another body (UN Guidelines §§47, 66; R-22, R-32)."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="appeals")
    lodged_on = models.DateField(_("lodged on"))
    lodged_by = models.CharField(_("who appeals"), max_length=200)
    body = models.CharField(_("which body decides"), max_length=200)
    helped_by = models.CharField(_("who helps with it"), max_length=200, blank=True)
    account = models.TextField(_("what it asks for"), blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    outcome = models.CharField(
        _("what came of it"), max_length=20, choices=AppealOutcome, null=True, blank=True
    )
    reasons = models.TextField(_("reasons given"), blank=True)

    class Meta:
        constraints = [
            both_or_neither(
                "appeal_half_decided",
                "decided_on",
                "outcome",
                message=_("Say what came of the appeal, and on which day."),
            ),
            models.CheckConstraint(
                name="appeal_decided_before_lodged",
                condition=Q(decided_on__isnull=True) | Q(decided_on__gte=F("lodged_on")),
                violation_error_message=_("An appeal cannot be decided before it was lodged."),
            ),
        ]

    class Privacy:
        identifying = ("lodged_by", "helped_by", "account", "reasons")
        sensitive = ("outcome",)
        keep_for = Keep.CARE_RECORD
