"""Which unit receives what the public sends in from the site."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models.unit import Unit
from vatra.kernel.constraints import no_overlap, period_in_order
from vatra.kernel.privacy import Keep


class SentIn(models.TextChoices):
    """What somebody may send in from the public site."""

    WORRY = "worry", _("Worries about a child")
    ENQUIRY = "enquiry", _("Enquiries about being a foster family")


class Receivings(models.QuerySet["Receiving"]):
    """Questions about who receives what."""

    def held_on(self, day: date) -> Self:
        """What holds on a day."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)

    def unit_for(self, what: str, municipality: str, *, on: date) -> Unit | None:
        """The unit that receives this from a municipality, else the one for all that no other receives."""
        held = self.held_on(on).filter(what=what, municipality__in=[municipality, ""]).select_related("unit")
        found = held.order_by("-municipality").first()
        return found.unit if found else None


class Receiving(models.Model):
    """On these days a unit receives what the public sends in about a municipality; without one, from everywhere else.

    Where nobody receives, the site offers no form: a form that nobody reads would be a trap.
    """

    what = models.CharField(_("what is sent in"), max_length=10, choices=SentIn)
    municipality = models.CharField(_("municipality"), max_length=20, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="receives", verbose_name=_("received by"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)

    objects = Receivings.as_manager()

    class Meta:
        constraints = [
            period_in_order("receiving_ends_before_it_starts"),
            no_overlap(
                "two_units_receive",
                "what",
                "municipality",
                message=_("Another unit already receives this on these days. Write down its last day first."),
            ),
            models.CheckConstraint(
                name="receiving_is_unknown",
                condition=Q(what__in=SentIn.values),
                violation_error_message=_("Choose from the list what is sent in."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE
