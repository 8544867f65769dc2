"""What somebody is in a unit, and since when."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models.unit import Unit
from vatra.access.models.user import User
from vatra.access.roles import Role
from vatra.kernel.constraints import no_overlap, period_in_order
from vatra.kernel.privacy import Keep


class Appointments(models.QuerySet["Appointment"]):
    """Questions about many appointments."""

    def held_on(self, day: date) -> Self:
        """Appointments that hold on a day."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)


class Appointment(models.Model):
    """A user holds a role in a unit for a period; without one that holds today, nothing can be reached."""

    user = models.ForeignKey(User, models.PROTECT, related_name="appointments")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="appointments")
    role = models.CharField(_("role"), max_length=30, choices=Role)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)

    objects = Appointments.as_manager()

    class Meta:
        constraints = [
            period_in_order("appointment_ends_before_it_starts"),
            no_overlap(
                "appointment_overlaps",
                "user",
                "unit",
                "role",
                message=_("This person already holds this role in this unit during these days."),
            ),
            models.CheckConstraint(
                name="appointment_role_is_unknown",
                condition=Q(role__in=Role.values),
                violation_error_message=_("This role does not exist."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.LEDGER

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.unit}"
