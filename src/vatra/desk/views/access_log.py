"""Who looked into a file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.actions import open_page
from vatra.casework.doors import enter
from vatra.casework.page import frame
from vatra.desk.readings import readings_before
from vatra.kernel.keyset import number_in


@needs(Permission.READ_ACCESS_LOG)
def access_log(request: StaffRequest, reference: str) -> HttpResponse:
    """Who opened which page when, in which role; looking here is a reading too (R-45)."""
    entered = enter(request, reference, Permission.READ_ACCESS_LOG)
    open_page(file=entered.file, page="access_log", by=entered.by, earliest=entered.file.opened_on)
    readings, older = readings_before(entered.file, number_in(request.GET.get("before", "")))
    here = reverse("desk:access_log", args=[reference])
    context = {
        "frame": frame(entered, current="access_log"),
        "readings": readings,
        "older": f"{here}?before={older}" if older else "",
    }
    return render(request, "desk/access_log.html", context)
