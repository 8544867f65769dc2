"""Asks to take away: as a scorecard on paper, and as a table."""

from django.http import Http404, HttpResponse

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.asks.export import csv_answer
from vatra.advocacy.asks.scorecard import scorecard
from vatra.advocacy.models import PolicyAsk
from vatra.kernel import clock
from vatra.kernel.typesetting.languages import DOCUMENT_LANGUAGES


@needs(Permission.SEE_CAMPAIGNS)
def asks_csv(_request: StaffRequest) -> HttpResponse:
    """Every ask as a row of a table."""
    return csv_answer(PolicyAsk.objects.all(), on=clock.today(), for_everybody=False)


@needs(Permission.SEE_CAMPAIGNS)
def asks_scorecard(_request: StaffRequest, language: str) -> HttpResponse:
    """Every ask on paper."""
    if language not in DOCUMENT_LANGUAGES:
        raise Http404
    pdf = scorecard(PolicyAsk.objects.all(), language=language, on=clock.today())
    return HttpResponse(pdf, content_type="application/pdf")
