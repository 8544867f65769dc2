"""Are children heard here? A page of the unit."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from vatra.access.doors import Held, StaffRequest, needs
from vatra.access.models import Unit
from vatra.access.roles import Permission, roles_with
from vatra.decisions.hearing.participation import MONTHS_COUNTED, feedback_in
from vatra.decisions.hearing.participation import participation as counted
from vatra.kernel import clock
from vatra.kernel.calendar_months import add_months
from vatra.kernel.privacy import FEWEST_SHOWN


@needs(Permission.REVIEW_DECISIONS)
def participation(request: StaffRequest, pk: int) -> HttpResponse:
    """The four questions of the talking-back loop, for a unit and those below it, over twelve months."""
    unit = get_object_or_404(Unit, pk=pk)
    if not _answers_for(request.held, unit):
        raise Http404
    today = clock.today()
    context = {
        "unit": unit,
        "since": add_months(today, -MONTHS_COUNTED),
        "until": today,
        "few": FEWEST_SHOWN,
        "counted": counted(feedback_in(unit, until=today)),
    }
    return render(request, "decisions/participation.html", context)


def _answers_for(held: Held, unit: Unit) -> bool:
    """Whether somebody reviews the decisions of this unit or of one above it."""
    roles = roles_with(Permission.REVIEW_DECISIONS)
    return any(each.unit_id in unit.lineage for each in held.appointments if each.role in roles)
