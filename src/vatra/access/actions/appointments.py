"""Appointing somebody, and ending an appointment."""

from collections.abc import Mapping
from datetime import date

from vatra.access.keeping import units_kept
from vatra.access.models import Appointment, Unit, User
from vatra.access.roles import Role
from vatra.access.rules import AppointmentFacts, may_appoint, may_end_appointment
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.ledger import Actor, record


@atomic()
def appoint(
    *, user: User, unit: Unit, role: str, first_day: date, reasons: Mapping[str, str], by: Actor
) -> Appointment:
    """From this day somebody holds a role in a unit; `reasons` say why, where a rule only warns."""
    facts = AppointmentFacts(
        role=Role(role),
        is_own=user.pk == by.user_id,
        unit_is_kept=units_kept(by).filter(pk=unit.pk).exists(),
        unit_is_open=unit.is_open_on(first_day),
        account_is_open=user.is_active,
    )
    why = heed(may_appoint(facts), reasons)
    appointment = Appointment(user=user, unit=unit, role=role, first_day=first_day)
    appointment.full_clean()
    appointment.save()
    record(
        "appoint",
        by=by,
        chain=user.key,
        subject=appointment,
        on=first_day,
        why="\n".join(why.values()),
        facts={"unit": unit.pk, "role": role},
    )
    return appointment


@atomic()
def end_appointment(*, appointment: Appointment, last_day: date, why: str, by: Actor) -> Appointment:
    """After this day the person no longer holds the role, and reaches nothing by it."""
    concerns = may_end_appointment(
        unit_is_kept=units_kept(by).filter(pk=appointment.unit_id).exists(),
        is_over=appointment.last_day is not None and appointment.last_day < by.today,
    )
    heed(concerns, {})
    appointment.last_day = last_day
    appointment.full_clean()
    appointment.save(update_fields=["last_day"])
    record("end_appointment", by=by, chain=appointment.user.key, subject=appointment, on=last_day, why=why)
    return appointment
