"""Whom an administrator keeps: the units at or below the own appointment, and the accounts of who works there."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet

from vatra.access.models import Appointment, Unit, User
from vatra.access.models.appointment import Appointments
from vatra.access.roles import Permission, roles_with
from vatra.kernel.ledger import Actor


def units_kept(by: Actor) -> QuerySet[Unit]:
    """The units whose staff somebody keeps; every unit for Vatra itself, as at the machine's own terminal."""
    if by.user_id is None:
        return Unit.objects.all()
    held = Appointment.objects.held_on(by.today).filter(
        user=by.user_id, role__in=roles_with(Permission.KEEP_STAFF)
    )
    return Unit.objects.filter(lineage__overlap=ArraySubquery(held.values("unit_id")))


def accounts_kept(by: Actor) -> QuerySet[User]:
    """The accounts of those who are, were or will be appointed in these units."""
    appointed = Appointment.objects.filter(user=OuterRef("pk"), unit__in=units_kept(by))
    return User.objects.filter(Exists(appointed))


def appointments_kept(by: Actor) -> Appointments:
    """Appointments in these units, of any day."""
    return Appointment.objects.filter(unit__in=units_kept(by))


def works_elsewhere(user: User, *, by: Actor) -> bool:
    """Whether somebody also holds, today or later, an appointment outside these units."""
    not_over = Q(last_day__isnull=True) | Q(last_day__gte=by.today)
    return user.appointments.filter(not_over).exclude(unit__in=units_kept(by)).exists()
