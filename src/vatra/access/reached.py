"""The units that a permission reaches."""

from django.db.models import Q

from vatra.access.doors import Held
from vatra.access.models import Unit
from vatra.access.roles import REACHES_UNITS_BELOW, Permission, roles_with


def units_reached(held: Held, permission: Permission) -> list[Unit]:
    """The units in which somebody holds a permission, and those below for who reaches below; one query."""
    roles = set(roles_with(permission)) & set(REACHES_UNITS_BELOW)
    above = [each.unit_id for each in held.appointments if each.role in roles]
    own = held.units_with(permission)
    return list(Unit.objects.filter(Q(lineage__overlap=above) | Q(pk__in=own)).order_by("name", "pk"))
