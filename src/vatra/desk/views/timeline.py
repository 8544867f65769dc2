"""The timeline of a file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import read
from vatra.casework.page import frame
from vatra.desk.timeline import Place, page_after
from vatra.desk.timeline.links import url_of, url_of_corrected, url_of_correction


@needs(Permission.READ_FILE)
def timeline(request: StaffRequest, reference: str) -> HttpResponse:
    """Everything in the order of days, the latest first; corrected entries stay, and say by what."""
    entered = read(request, reference, page="timeline")
    after = Place.parse(request.GET.get("after", ""))
    page = page_after(entered.file, after)
    here = reverse("desk:timeline", args=[reference])
    context = {
        "frame": frame(entered, current="timeline"),
        "entries": [
            (each, url_of(each, entered), url_of_correction(each), url_of_corrected(each))
            for each in page.entries
        ],
        "older": f"{here}?after={page.older}" if page.older else "",
        "latest": here if after else "",
    }
    return render(request, "desk/timeline.html", context)
