"""What counts only once a second person has approved it."""

from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.kernel.constraints import both_or_neither

WRITTEN_STAYS = _("What was written stays, and is answered once. Correct it by writing another one.")


class NeedsSecondPerson(models.Model):
    """One person writes it; another approves it, or refuses it and says why."""

    author = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("written by"))
    recorded_at = models.DateTimeField(_("written at"))
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    refused_at = models.DateTimeField(_("refused at"), null=True, blank=True)
    refused_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    refusal = models.TextField(_("why it was refused"), blank=True)

    class Meta:
        abstract = True

    @property
    def is_answered(self) -> bool:
        """Whether a second person has approved or refused."""
        return self.approved_at is not None or self.refused_at is not None


def by_two_persons(name: str) -> list[CheckConstraint]:
    """It is wrong that somebody answers to what they wrote, that nobody did, or that both answers were given."""
    return [
        CheckConstraint(
            name=f"{name}_approved_by_its_author",
            condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("author")),
            violation_error_message=_("Somebody else has to approve what you wrote."),
        ),
        CheckConstraint(
            name=f"{name}_refused_by_its_author",
            condition=Q(refused_by__isnull=True) | ~Q(refused_by=F("author")),
            violation_error_message=_("Somebody else has to answer what you wrote."),
        ),
        both_or_neither(
            f"{name}_approved_by_nobody",
            "approved_at",
            "approved_by",
            message=_("Say who approved it, and when."),
        ),
        both_or_neither(
            f"{name}_refused_by_nobody",
            "refused_at",
            "refused_by",
            message=_("Say who refused it, and when."),
        ),
        CheckConstraint(
            name=f"{name}_refused_without_reason",
            condition=Q(refused_at__isnull=True, refusal="") | Q(refused_at__isnull=False) & ~Q(refusal=""),
            violation_error_message=_("Say why it is refused."),
        ),
        CheckConstraint(
            name=f"{name}_approved_and_refused",
            condition=Q(approved_at__isnull=True) | Q(refused_at__isnull=True),
            violation_error_message=_("It was answered already."),
        ),
        CheckConstraint(
            name=f"{name}_answered_before_it_was_written",
            condition=(Q(approved_at__isnull=True) | Q(approved_at__gte=F("recorded_at")))
            & (Q(refused_at__isnull=True) | Q(refused_at__gte=F("recorded_at"))),
            violation_error_message=_("Nobody can answer before it was written."),
        ),
    ]
