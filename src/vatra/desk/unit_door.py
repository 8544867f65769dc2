"""The one door to what a unit answers for: its children, its week, its calendar, its gauge."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from vatra.access.doors import Held
from vatra.access.models import Unit
from vatra.access.roles import REACHES_UNITS_BELOW, Permission, roles_with


def unit_seen(held: Held, pk: int) -> Unit:
    """The unit, if somebody's appointments reach its children; strangers get 404, as if there were none."""
    unit = get_object_or_404(Unit, pk=pk)
    if not _sees(held, unit):
        raise Http404
    return unit


def _sees(held: Held, unit: Unit) -> bool:
    """Whether an appointment is held there, or above by those who reach below."""
    roles = roles_with(Permission.SEE_CHILDREN_OF_UNIT)
    return any(
        each.unit_id == unit.pk or (each.unit_id in unit.lineage and each.role in REACHES_UNITS_BELOW)
        for each in held.appointments
        if each.role in roles
    )
