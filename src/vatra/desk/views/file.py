"""The first page of a child's file."""

from django.http import HttpResponse
from django.shortcuts import render

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import read
from vatra.casework.page import frame
from vatra.desk.drawing.stays import drawn
from vatra.desk.look import look_at
from vatra.desk.look.acts import acts_for
from vatra.desk.warnings import warnings_in


@needs(Permission.READ_FILE)
def file(request: StaffRequest, reference: str) -> HttpResponse:
    """Who this is, where she lives and with whom, what was decided and why, what she said, what is due next."""
    entered = read(request, reference, page="file")
    look = look_at(entered.file, by=request.user, on=entered.by.today)
    context = {
        "frame": frame(entered, current="file"),
        "file": entered.file,
        "look": look,
        "warnings": warnings_in(look.missing),
        "acts": acts_for(entered, look),
        "drawing": drawn(look.stays, until=look.on),
    }
    return render(request, "desk/file.html", context)
