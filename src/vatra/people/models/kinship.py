"""Who is related to whom."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.kernel.constraints import period_in_order
from vatra.kernel.privacy import Keep
from vatra.people.models.person import Person
from vatra.people.words import PARENTS, KinKind


class Kinships(models.QuerySet["Kinship"]):
    """Questions about many ties."""

    def parents(self) -> Self:
        """Ties from a person to a parent."""
        return self.filter(kind__in=PARENTS)


class Kinship(models.Model):
    """The relative is the person's mother, grandparent, sibling …, for as long as the tie holds in law or life."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="kin")
    relative = models.ForeignKey(Person, models.PROTECT, related_name="kin_of")
    kind = models.CharField(_("tie"), max_length=20, choices=KinKind)
    first_day = models.DateField(_("first day"), null=True, blank=True)
    last_day = models.DateField(_("last day"), null=True, blank=True)

    objects = Kinships.as_manager()

    class Meta:
        constraints = [
            period_in_order("kinship_ends_before_it_starts"),
            models.CheckConstraint(
                name="kinship_with_oneself",
                condition=~Q(person=F("relative")),
                violation_error_message=_("Nobody is their own relative."),
            ),
            models.UniqueConstraint(
                fields=["person", "relative", "kind"],
                name="kinship_written_twice",
                violation_error_message=_("This tie is already in the family."),
            ),
        ]

    class Privacy:
        identifying = ("person", "relative")
        sensitive = ("kind",)
        keep_for = Keep.CARE_RECORD
