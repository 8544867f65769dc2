"""The family around a child."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import read
from vatra.casework.page import frame
from vatra.desk.drawing.genogram import genogram
from vatra.desk.family import Relative, family_of
from vatra.desk.look.siblings import siblings_seen
from vatra.homes.forms.home import signed_carer


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
        "relatives": [(relative, _home_with(relative)) for relative in around.relatives],
        "is_open": entered.file.is_open,
    }
    return render(request, "desk/family.html", context)


def _home_with(relative: Relative) -> str:
    """Where a home is written down in which this relative is the main carer."""
    return f"{reverse('homes:new_home')}?{urlencode({'carer': signed_carer(relative.person)})}"
