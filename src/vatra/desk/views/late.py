"""The late list."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vatra.access.doors import StaffRequest, needs
from vatra.access.models import Appointment, User
from vatra.access.roles import Permission, Role
from vatra.desk.forms import WhatIsLate
from vatra.desk.kept_filters import CLEAR, asked_for
from vatra.desk.late import Asked, Listed, late_page, listed_for
from vatra.kernel import clock
from vatra.kernel.keyset import After, after_in, number_in

NAMES = ("standing", "unit", "rule", "worker")
# A longer list of people is no help: who chooses a unit first is shown those of the unit.
MOST_WORKERS = 150


@needs(Permission.SEE_CHILDREN_OF_UNIT)
def late(request: StaffRequest) -> HttpResponse:
    """Everything that is late and that this person may see, the oldest first; the filter is kept."""
    today = clock.today()
    listed = listed_for(request.user, request.held, on=today)
    asked = asked_for(request.user.pk, "late", NAMES, request.GET)
    in_unit = _within(listed, asked.get("unit", ""))
    form = WhatIsLate(asked, units=listed.units, workers=_workers(in_unit, asked.get("worker", ""), on=today))
    wanted = form.asked
    after = after_in(request.GET)
    page = late_page(in_unit if wanted.unit else listed, wanted, on=today, after=after)
    context = {
        "filter": form,
        "clear": f"{CLEAR}=1",
        "page": page,
        "first": _address(wanted) if after else "",
        "next": _address(wanted, page.next_after) if page.next_after else "",
    }
    return render(request, "desk/late.html", context)


def _within(listed: Listed, unit: str) -> Listed:
    """What is listed of the unit that was asked for; everything where it is none of the person's."""
    number = number_in(unit)
    return next((listed.within(each) for each in listed.units if each.pk == number), listed)


def _workers(listed: Listed, chosen: str, *, on: date) -> Sequence[User]:
    """Who may answer for the listed children; where these are too many to choose from, only the one who was chosen."""
    held = Appointment.objects.held_on(on).filter(unit__in=listed.unit_ids, role=Role.SOCIAL_WORKER)
    named = User.objects.filter(pk__in=held.values("user")).order_by("full_name", "pk")
    workers = list(named[: MOST_WORKERS + 1])
    return workers if len(workers) <= MOST_WORKERS else list(named.filter(pk=number_in(chosen) or 0))


def _address(asked: Asked, after: After | None = None) -> str:
    """The list with its filter said in full, so that two lists may stand open side by side."""
    given = {name: getattr(asked, name) or "" for name in NAMES}
    goes_on = after.in_address if after else {}
    return f"{reverse('desk:late')}?{urlencode(given | goes_on)}"
