"""The tree an organisation works in: organisation, programme or centre, team."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.kernel.constraints import period_in_order
from vatra.kernel.privacy import Keep


class UnitKind(models.TextChoices):
    """How high a unit stands in the tree."""

    ORGANISATION = "organisation", _("Organisation")
    PROGRAMME = "programme", _("Programme")
    CENTRE = "centre", _("Centre for social work")
    TEAM = "team", _("Team")


class Unit(models.Model):
    """A part of the organisation that answers for children's files."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20, choices=UnitKind)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    municipality = models.CharField(_("municipality"), max_length=40, blank=True)
    # This unit and all above it, so that "below my unit" is one indexed look.
    lineage = ArrayField(models.BigIntegerField(), default=list, editable=False)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        constraints = [
            period_in_order("unit_ends_before_it_starts"),
            models.CheckConstraint(
                name="unit_is_its_own_parent",
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
                violation_error_message=_("A unit cannot stand below itself."),
            ),
        ]
        indexes = [GinIndex(fields=["lineage"], name="unit_lineage")]
        ordering = ("name",)

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the lineage with the parent."""
        super().save(*args, **kwargs)
        lineage = [*(self.parent.lineage if self.parent else []), self.pk]
        if self.lineage != lineage:
            self.lineage = lineage
            super().save(update_fields=["lineage"])

    def is_open_on(self, day: date) -> bool:
        """Whether the unit works on a day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)
