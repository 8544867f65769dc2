"""Who was guardian of a child, and on which days nobody was."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import read
from vatra.casework.page import frame
from vatra.desk.belonging import Need, days_without
from vatra.desk.ties import ties_of
from vatra.kernel.period import Period


@needs(Permission.READ_FILE)
def guardianship(request: StaffRequest, reference: str) -> HttpResponse:
    """The guardians of a child, and each gap in care with its days (R-10)."""
    entered = read(request, reference, page="guardianship")
    today = entered.by.today
    file = entered.file
    gaps = days_without(ties_of([file])[file.pk], Period(date.min, today)).gaps[Need.GUARDIAN]
    context = {
        "frame": frame(entered),
        "file": file,
        "held": file.guardianships.select_related("guardian").order_by("-first_day"),
        "gaps": [(gap, gap.days(today)) for gap in reversed(gaps)],
        "days": sum(gap.days(today) for gap in gaps),
        "is_open_today": any(gap.contains(today) for gap in gaps),
        "today": today,
    }
    return render(request, "desk/guardianship.html", context)
