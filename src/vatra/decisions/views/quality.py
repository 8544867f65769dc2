"""What a decision meets, told from the record; and the decisions of a unit whose reasons look thin."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vatra.access.doors import StaffRequest, needs
from vatra.access.models import Unit
from vatra.access.roles import Permission
from vatra.casework.page import frame
from vatra.decisions.forms.auditing import WhichThin
from vatra.decisions.models import Question
from vatra.decisions.quality.answered import answered
from vatra.decisions.quality.doors import may_audit, may_review, read_for_review, reviewed_unit
from vatra.decisions.quality.thin_list import decided_with_thin_reasons, open_with_thin_reasons
from vatra.kernel import clock
from vatra.kernel.keyset import number_in


@needs(Permission.REVIEW_DECISIONS)
def quality(request: StaffRequest, pk: int) -> HttpResponse:
    """Which standards and provisions the decision meets, each with the facts that say so."""
    asked = read_for_review(request, Question.objects.filter(decisions=pk), page="quality")
    entered = asked.entered
    context = {
        "frame": frame(entered),
        "kind": asked.question.get_kind_display(),
        "answered": answered(pk, reference=entered.file.reference, today=entered.by.today),
    }
    return render(request, "decisions/quality/quality.html", context)


@needs(Permission.REVIEW_DECISIONS)
def units(request: StaffRequest) -> HttpResponse:
    """The units whose decisions somebody may look back at."""
    mine = request.held.units_with(Permission.REVIEW_DECISIONS)
    below = Unit.objects.filter(lineage__overlap=mine).order_by("lineage", "name")
    lines = [(unit, may_audit(request.held, unit)) for unit in below if may_review(request.held, unit)]
    return render(request, "decisions/quality/units.html", {"lines": lines})


@needs(Permission.REVIEW_DECISIONS)
def thin_reasons(request: StaffRequest, pk: int) -> HttpResponse:
    """Decisions of the unit, or questions still open, whose reasons look thin, each with the sentence why."""
    unit = reviewed_unit(request, pk)
    form = WhichThin(request.GET if {"kind", "state"} & set(request.GET) else None)
    chosen = form.cleaned_data if form.is_valid() else {"kind": "", "state": ""}
    find = open_with_thin_reasons if chosen["state"] else decided_with_thin_reasons
    after = number_in(request.GET.get("after", ""))
    page = find(unit, seen_by=request.user, on=clock.today(), kind=chosen["kind"], after=after)
    here = reverse("decisions:thin_reasons", args=[pk])
    context = {
        "unit": unit,
        "filter": form,
        "page": page,
        "is_open": bool(chosen["state"]),
        "newest": f"{here}?{urlencode(chosen)}" if after else "",
        "older": f"{here}?{urlencode({**chosen, 'after': page.next_after})}" if page.next_after else "",
    }
    return render(request, "decisions/quality/thin_reasons.html", context)
