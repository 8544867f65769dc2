"""What we ask and who answered, for everybody, today and on any past day."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from vatra.advocacy.asks.export import csv_answer
from vatra.advocacy.asks.open_asks import with_stage
from vatra.advocacy.asks.scorecard import scorecard
from vatra.advocacy.asks.seen import seen_on
from vatra.advocacy.asks.words import Stage
from vatra.advocacy.forms.asks import WhichAsks
from vatra.advocacy.models import PolicyAsk
from vatra.advocacy.paging import goes_on, newest_first
from vatra.kernel import clock
from vatra.kernel.keyset import after_in, day_in
from vatra.public.door import PublicRequest, everybody
from vatra.public.feeds import updates_feed


@everybody
def asks(request: PublicRequest) -> HttpResponse:
    """Everything we ask, by theme, level and stage, the newest first."""
    form, today = WhichAsks(request.GET or None), clock.today()
    chosen = form.chosen
    listed = with_stage(PolicyAsk.objects.public(today), today).filter(**chosen)
    page = newest_first(listed.select_related("addressee__institution"), "asked_on", after_in(request.GET))
    context = {
        "asks": [(ask, Stage(ask.stage).label) for ask in page.rows],
        "filter": form,
        "older": goes_on(page.next, **chosen),
        "start": "" if page.is_first else reverse("public:asks", args=[request.language]),
    }
    return render(request, "public/asks.html", context)


@everybody
def ask(request: PublicRequest, slug: str) -> HttpResponse:
    """One ask: where it stands, what happened, who promised what; with `on` as it was on a past day."""
    today = clock.today()
    shown = PolicyAsk.objects.public(today).select_related("campaign", "addressee__institution")
    found = get_object_or_404(shown, slug=slug)
    day = day_in(request.GET.get("on", "")) or today
    seen = seen_on(found, min(day, today))
    context = {
        "seen": seen,
        "ask": found,
        "is_past": seen.on < today,
        "today": today,
        "has_campaign": found.campaign.is_shown_on(today),
    }
    return render(request, "public/ask.html", context)


@everybody
def updates(request: PublicRequest) -> HttpResponse:
    """What happened to the asks, as a feed."""
    return updates_feed(request.language, on=clock.today())


@everybody
def asks_csv(_request: PublicRequest) -> HttpResponse:
    """Everything we ask, as a table."""
    today = clock.today()
    return csv_answer(PolicyAsk.objects.public(today), on=today, for_everybody=True)


@everybody
def asks_scorecard(request: PublicRequest) -> HttpResponse:
    """Everything we ask, on paper."""
    today = clock.today()
    pdf = scorecard(PolicyAsk.objects.public(today), language=request.language, on=today)
    return HttpResponse(pdf, content_type="application/pdf")
