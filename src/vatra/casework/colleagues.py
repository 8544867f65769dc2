"""Who may answer for a child: the social workers of a unit."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from vatra.access.models import Appointment, Unit, User
from vatra.access.roles import Role


def workers_of(unit: Unit, *, on: date) -> QuerySet[User]:
    """The social workers appointed in the unit on a day, by name."""
    appointed = Appointment.objects.held_on(on).filter(
        user=OuterRef("pk"), unit=unit, role=Role.SOCIAL_WORKER
    )
    return User.objects.filter(Exists(appointed), is_active=True).order_by("full_name", "pk")
