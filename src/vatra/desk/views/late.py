"""The late list."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vatra.access.doors import StaffRequest, needs
from vatra.access.models import Appointment, User
from vatra.access.reached import units_reached
from vatra.access.roles import Permission, Role
from vatra.desk.forms import WhatIsLate, WhichHomesAreLate
from vatra.desk.kept_filters import CLEAR, asked_for
from vatra.desk.late import About, Asked, LatePage, Listed, late_homes_page, late_page, listed_for
from vatra.desk.late.one_of import one_of
from vatra.kernel import clock
from vatra.kernel.keyset import After, after_in, number_in

NAMES = ("about", "standing", "unit", "rule", "worker")
# A longer list of people is no help: who chooses a unit first is shown those of the unit.
MOST_WORKERS = 150


@needs(Permission.SEE_CHILDREN_OF_UNIT)
def late(request: StaffRequest) -> HttpResponse:
    """Everything that is late and that this person may see, the oldest first; the filter is kept."""
    asked = asked_for(request.user.pk, "late", NAMES, request.GET)
    if asked.get("about") == About.HOMES and request.held.may(Permission.SEE_HOMES):
        return _about_homes(request, asked)
    return _about_children(request, asked)


def _about_children(request: StaffRequest, asked: Mapping[str, str]) -> HttpResponse:
    today = clock.today()
    listed = listed_for(request.user, request.held, on=today)
    in_unit = _within(listed, asked.get("unit", ""))
    form = WhatIsLate(
        asked,
        units=listed.units,
        workers=_workers(in_unit, asked.get("worker", ""), on=today),
        homes_too=request.held.may(Permission.SEE_HOMES),
    )
    wanted, after = form.asked, after_in(request.GET)
    page = late_page(in_unit if wanted.unit else listed, wanted, on=today, after=after)
    return render(request, "desk/late.html", _context(form, wanted, page, after))


def _about_homes(request: StaffRequest, asked: Mapping[str, str]) -> HttpResponse:
    units = units_reached(request.held, Permission.SEE_HOMES)
    form, after = WhichHomesAreLate(asked, units=units), after_in(request.GET)
    unit = form.asked
    wanted = Asked(about=About.HOMES, unit=unit.pk if unit else None)
    among = [each.pk for each in units if unit is None or unit.pk in each.lineage]
    page = late_homes_page(among, on=clock.today(), after=after)
    return render(request, "desk/late.html", _context(form, wanted, page, after))


def _context(form: Form, wanted: Asked, page: LatePage[Any], after: After | None) -> dict[str, Any]:
    return {
        "filter": form,
        "clear": f"{CLEAR}=1",
        "about_homes": wanted.about == About.HOMES,
        "page": page,
        "first": _address(wanted) if after else "",
        "next": _address(wanted, page.next_after) if page.next_after else "",
    }


def _within(listed: Listed, unit: str) -> Listed:
    """What is listed of the unit that was asked for; everything where it is none of the person's."""
    number = number_in(unit)
    return next((listed.within(each) for each in listed.units if each.pk == number), listed)


def _workers(listed: Listed, chosen: str, *, on: date) -> Sequence[tuple[int, str]]:
    """Who may answer for the listed children; where these are too many to choose from, only the one who was chosen."""
    held = Appointment.objects.held_on(on).filter(one_of("unit", listed.unit_ids), role=Role.SOCIAL_WORKER)
    found = User.objects.filter(pk__in=held.values("user")).order_by("full_name", "pk")
    named = found.values_list("pk", "full_name")
    workers = list(named[: MOST_WORKERS + 1])
    if len(workers) <= MOST_WORKERS:
        return workers
    number = number_in(chosen)
    return list(named.filter(pk=number)) if number else []


def _address(asked: Asked, after: After | None = None) -> str:
    """The list with its filter said in full, so that two lists may stand open side by side."""
    given = {name: getattr(asked, name) or "" for name in NAMES}
    goes_on = after.in_address if after else {}
    return f"{reverse('desk:late')}?{urlencode(given | goes_on)}"
