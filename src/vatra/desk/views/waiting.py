"""Where children wait on their legal path."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.desk.forms import InWhichUnit
from vatra.desk.late import listed_for
from vatra.desk.waiting import AtStep, steps_waited_at, waiting_page
from vatra.kernel import clock
from vatra.kernel.keyset import after_in


@needs(Permission.SEE_CHILDREN_OF_UNIT)
def waiting(request: StaffRequest) -> HttpResponse:
    """At which step how many children wait, and the children, the longest waiting first; of one unit or of all."""
    today = clock.today()
    listed = listed_for(request.user, request.held, on=today)
    form = InWhichUnit(request.GET, units=listed.units)
    unit = form.asked
    among = listed.within(unit).files if unit else listed.files
    steps = steps_waited_at(among, on=today)
    step = _known(steps, request.GET.get("step", ""))
    page = waiting_page(among, on=today, step=step, after=after_in(request.GET))
    asked = {"unit": unit.pk if unit else "", "step": step}
    context = {
        "filter": form,
        "steps": [(each, _address(asked, step=each.step)) for each in steps],
        "only": _chosen(steps, step),
        "all_steps": _address(asked, step=""),
        "page": page,
        "first": _address(asked) if "after" in request.GET else "",
        "next": _address(asked, **page.next_after.in_address) if page.next_after else "",
    }
    return render(request, "desk/waiting.html", context)


def _known(steps: list[AtStep], step: str) -> str:
    """A step at which somebody waits; anything else narrows nothing."""
    return step if step in {each.step for each in steps} else ""


def _chosen(steps: list[AtStep], step: str) -> str:
    """What the step is called to which the list is narrowed."""
    return next((each.name for each in steps if each.step == step), step)


def _address(asked: Mapping[str, Any], **more: Any) -> str:
    return f"{reverse('desk:waiting')}?{urlencode({**asked, **more})}"
