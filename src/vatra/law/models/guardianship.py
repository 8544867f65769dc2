"""Who is the child's guardian, as periods without overlap."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.casework.models import File
from vatra.kernel.constraints import exactly_one, no_overlap, period_in_order
from vatra.kernel.privacy import Keep
from vatra.law.words import GuardianKind
from vatra.people.models import Person


class Guardianship(models.Model):
    """Who is the child's guardian on these days; a day without one is counted (R-10)."""

    file = models.ForeignKey(File, models.PROTECT, related_name="guardianships")
    kind = models.CharField(_("kind"), max_length=20, choices=GuardianKind)
    guardian = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("guardian")
    )
    body = models.CharField(_("guardianship body"), max_length=160, null=True, blank=True)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        constraints = [
            period_in_order("guardianship_ends_before_it_starts"),
            no_overlap(
                "two_guardianships_at_once", "file", message=_("A child has one guardian on each day.")
            ),
            exactly_one(
                "guardian_is_person_or_body",
                "guardian",
                "body",
                message=_("Name the guardian: either a person or a guardianship body."),
            ),
            models.CheckConstraint(
                name="guardianship_body_without_name",
                condition=Q(body__isnull=True) | ~Q(body=""),
                violation_error_message=_("Name the guardianship body."),
            ),
        ]

    class Privacy:
        identifying = ("guardian",)
        sensitive = ("kind", "body")
        keep_for = Keep.CARE_RECORD

    def holds_on(self, day: date) -> bool:
        """Whether this is the child's guardian on a day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)
