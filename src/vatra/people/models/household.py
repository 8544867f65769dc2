"""People who live together."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.kernel.constraints import no_overlap, period_in_order
from vatra.kernel.privacy import Keep
from vatra.people.models.person import Person
from vatra.people.sealed import SealedTextField
from vatra.people.words import Municipality


class Household(models.Model):
    """A family or other group of people under one roof; help is recorded here, not by child alone (R-53)."""

    name = models.CharField(_("called"), max_length=120)
    municipality = models.CharField(_("municipality"), max_length=20, choices=Municipality, blank=True)
    address = SealedTextField(_("address"), blank=True)

    class Privacy:
        identifying = ("name", "address")
        sensitive = ("municipality",)
        keep_for = Keep.CARE_RECORD

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """A person lives in a household for a period."""

    household = models.ForeignKey(Household, models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        constraints = [
            period_in_order("member_leaves_before_coming"),
            no_overlap(
                "member_twice_in_household",
                "household",
                "person",
                message=_("This person already belongs to this household on these days."),
            ),
        ]

    class Privacy:
        identifying = ("person",)
        sensitive = ()
        keep_for = Keep.CARE_RECORD
