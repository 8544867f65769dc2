"""The main navigation: only doors that are open to this person."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import Held
from vatra.access.roles import Permission
from vatra.kernel.links import Link


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `navigation` for somebody who came through a door, nothing for anybody else."""
    held: Held | None = getattr(request, "held", None)
    if held is None:
        return {"navigation": []}
    return {
        "navigation": [
            Link(text, address, is_current=request.path == address) for text, address in _places(held)
        ]
    }


def _places(held: Held) -> Iterator[tuple[str, str]]:
    if held.may(Permission.SEE_MY_DAY):
        yield _("My day"), reverse("desk:my_day")
    if held.may(Permission.FIND_PERSON):
        yield _("Find a person"), reverse("desk:find")
    units = {each.unit_id: each.unit for each in held.appointments}
    for pk in dict.fromkeys(held.units_with(Permission.SEE_CHILDREN_OF_UNIT)):
        yield _("Children of %(unit)s") % {"unit": units[pk].name}, reverse("desk:unit_children", args=[pk])
    if held.may(Permission.REVIEW_DECISIONS):
        yield _("Quality of decisions"), reverse("decisions:quality_units")
    if held.may(Permission.RECORD_CONCERN):
        yield _("Concerns"), reverse("casework:concerns")
    if held.may(Permission.SEE_HOMES):
        yield _("Homes"), reverse("homes:homes")
    if held.may(Permission.KEEP_LETTERS):
        yield _("Letters"), reverse("decisions:letters")
    if held.may(Permission.SEE_IMPORTS):
        yield _("Imports"), reverse("exchange:imports")
    if held.may(Permission.KEEP_STAFF):
        yield _("Staff"), reverse("access:staff")
