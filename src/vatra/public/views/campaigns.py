"""Campaigns and their timeline, for everybody."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from vatra.advocacy.asks.open_asks import with_stage
from vatra.advocacy.asks.words import Stage
from vatra.advocacy.goals.seen import goals_of
from vatra.advocacy.models import Campaign, PolicyAsk
from vatra.advocacy.paging import goes_on, newest_first
from vatra.advocacy.places import DETAILS
from vatra.advocacy.timeline.drawing import Span, drawn
from vatra.advocacy.timeline.tree import parts_below, tree
from vatra.kernel import clock
from vatra.kernel.keyset import after_in
from vatra.public.door import PublicRequest, everybody
from vatra.public.places import page_of


@everybody
def campaigns(request: PublicRequest) -> HttpResponse:
    """The campaigns with their parts along the days, drawn and told."""
    today = clock.today()
    page = tree(after=after_in(request.GET), shown_on=today)
    context = {
        "tree": page,
        "has_frames": any(span.is_frame for span in page.spans),
        "drawing": drawn(page.spans, until=today),
        "older": goes_on(page.next),
        "start": "" if page.is_first else reverse("public:campaigns", args=[request.language]),
    }
    return render(request, "public/campaigns.html", context)


@everybody
def campaign(request: PublicRequest, slug: str) -> HttpResponse:
    """One campaign: what it is for, its days, what was done and what is asked."""
    today = clock.today()
    found = get_object_or_404(Campaign.objects.public(today).select_related("parent"), slug=slug)
    parts, phases = parts_below(found, shown_on=today), found.phases.order_by("first_day", "pk")
    listed = found.actions.public(today).select_related(*DETAILS)
    actions = newest_first(listed, "first_day", after_in(request.GET))
    asks = with_stage(PolicyAsk.objects.public(today).filter(campaign=found), today)
    spans = [branch.span for branch in parts]
    spans[1:1] = [Span(str(each), each.first_day, each.last_day, depth=1) for each in phases]
    context = {
        "campaign": found,
        "parent": found.parent if found.parent and found.parent.is_shown_on(today) else None,
        "parts": parts[1:],
        "phases": phases,
        "drawing": drawn(spans, until=today, dots=[each.first_day for each in actions.rows]),
        "goals": goals_of(found, on=today),
        "actions": [(action, page_of(action, request.language)) for action in actions.rows],
        "older": goes_on(actions.next),
        "asks": [(ask, Stage(ask.stage).label) for ask in asks.order_by("-asked_on", "-pk")],
    }
    return render(request, "public/campaign.html", context)
