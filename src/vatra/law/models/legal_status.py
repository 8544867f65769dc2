"""On what legal ground a child is in care, as periods without overlap."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.casework.models import File
from vatra.kernel.constraints import no_overlap, period_in_order
from vatra.kernel.privacy import Keep
from vatra.law.words import StatusKind


class LegalStatus(models.Model):
    """The legal ground of the child's care on these days."""

    file = models.ForeignKey(File, models.PROTECT, related_name="legal_statuses")
    kind = models.CharField(_("legal status"), max_length=30, choices=StatusKind)
    ordered_by = models.CharField(_("decided by"), max_length=160, blank=True)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)
    # The code of the system the status was taken over from.
    source_code = models.CharField(max_length=20, blank=True, editable=False)

    class Meta:
        constraints = [
            period_in_order("legal_status_ends_before_it_starts"),
            no_overlap(
                "two_legal_statuses_at_once", "file", message=_("A child has one legal status on each day.")
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ("kind", "ordered_by")
        keep_for = Keep.CARE_RECORD
