"""The family around a child."""

from django.http import HttpResponse
from django.shortcuts import render

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import read
from vatra.casework.page import frame
from vatra.desk.drawing.genogram import genogram
from vatra.desk.family import family_of
from vatra.desk.look.siblings import siblings_seen


@needs(Permission.READ_FILE)
def family(request: StaffRequest, reference: str) -> HttpResponse:
    """Who belongs to the child, in words first; brothers and sisters with where they live today."""
    entered = read(request, reference, page="family")
    child, today = entered.file.child, entered.by.today
    siblings = siblings_seen(entered.file, by=request.user, on=today)
    numbers = [sibling.person_id for sibling in siblings]
    around = family_of(child, on=today, siblings=numbers)
    context = {
        "frame": frame(entered, current="family"),
        "siblings": siblings,
        "family": around,
        "drawing": genogram(around, numbers),
        "is_open": entered.file.is_open,
    }
    return render(request, "desk/family.html", context)
