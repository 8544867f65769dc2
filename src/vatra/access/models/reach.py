"""Who may see which file, and why: one rule for the page and for the list."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from vatra.access.models.user import User
from vatra.access.roles import Permission, roles_with
from vatra.kernel.privacy import Keep


class Capacity(models.TextChoices):
    """The relationship that reaches a file (R-45: current role on the case)."""

    RESPONSIBLE = "responsible"
    TEAM = "team"
    UNIT = "unit"
    PANEL = "panel"
    CARER = "carer"
    SELF = "self"


class Reaches(models.QuerySet["Reach"]):
    """Questions about who reaches what."""

    def on(self, day: date) -> Self:
        """Relationships that hold on a day."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)

    def allowing(self, permission: Permission) -> Self:
        """Relationships whose role carries the permission."""
        return self.filter(role__in=roles_with(permission))


class Reach(models.Model):
    """One relationship between a user and a child's file, read from the SQL view `access_reach`."""

    file_id = models.BigIntegerField(primary_key=True)
    user = models.ForeignKey(User, models.DO_NOTHING, related_name="+")
    capacity = models.CharField(max_length=20, choices=Capacity)
    role = models.CharField(max_length=30)
    first_day = models.DateField()
    last_day = models.DateField(null=True)

    objects = Reaches.as_manager()

    class Meta:
        managed = False
        db_table = "access_reach"

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE
