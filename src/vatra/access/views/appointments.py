"""Appointing somebody, and ending an appointment."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.actions import appoint, end_appointment
from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.forms import LastDay, NewAppointment
from vatra.access.keeping import accounts_kept, appointments_kept
from vatra.access.roles import Permission
from vatra.access.tree import units_open
from vatra.access.writing import Writing


@needs(Permission.KEEP_STAFF)
def new_appointment(request: StaffRequest, pk: int) -> HttpResponse:
    """Give somebody a role in a unit."""
    by = actor(request, Permission.KEEP_STAFF)
    user = get_object_or_404(accounts_kept(by), pk=pk)
    writing = Writing(request)
    form = writing.form(NewAppointment, units=units_open(by))
    back = reverse("access:person", args=[pk])
    done = writing.send(
        form,
        lambda: appoint(user=user, **form.cleaned_data, reasons=form.reasons, by=by),
        to=lambda _appointment: back,
        said=_("The appointment is written down."),
    )
    return done or writing.page(
        form,
        title=_("Appoint %(name)s") % {"name": user.full_name},
        lead=_("What somebody may see and do follows from the role, in this unit, from this day."),
        button=_("Appoint"),
        back=back,
    )


@needs(Permission.KEEP_STAFF)
def end(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down the last day of an appointment."""
    by = actor(request, Permission.KEEP_STAFF)
    kept = appointments_kept(by).select_related("user", "unit")
    appointment = get_object_or_404(kept, pk=pk)
    writing = Writing(request)
    form = writing.form(LastDay)
    back = reverse("access:person", args=[appointment.user_id])
    done = writing.send(
        form,
        lambda: end_appointment(appointment=appointment, **form.cleaned_data, by=by),
        to=lambda _appointment: back,
        said=_("The last day of the appointment is written down."),
    )
    words = {"name": appointment.user.full_name, "role": appointment.get_role_display()}
    return done or writing.page(
        form,
        title=_("End the appointment of %(name)s") % words,
        lead=_("%(role)s, %(unit)s") % {**words, "unit": appointment.unit.name},
        button=_("End the appointment"),
        back=back,
    )
