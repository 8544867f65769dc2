"""The front page of the public site."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import render

from vatra.advocacy.models import Action, Campaign, PolicyAsk
from vatra.advocacy.words import SIGNED
from vatra.kernel import clock
from vatra.public.door import PublicRequest, everybody
from vatra.public.navigation import address
from vatra.public.texts import news

SHOWN = 3


@everybody
def front(request: PublicRequest) -> HttpResponse:
    """Who we are in one look, where to turn, and what goes on."""
    here, today = request.language, clock.today()
    campaigns = Campaign.objects.public(today).running_on(today).order_by("-first_day", "-pk")[:SHOWN]
    asks = PolicyAsk.objects.public(today).order_by("-asked_on", "-pk")[:SHOWN]
    context = {
        "campaigns": [(each, address(here, f"campaigns/{each.slug}/")) for each in campaigns],
        "asks": [(each, address(here, f"asks/{each.slug}/")) for each in asks],
        "actions": _to_be_signed(here, Action.objects.public(today).open_on(today).filter(kind__in=SIGNED)),
        "news": news()[:SHOWN],
        "all_campaigns": address(here, "campaigns/"),
        "all_asks": address(here, "asks/"),
    }
    return render(request, "public/front.html", context)


def _to_be_signed(language: str, actions: Iterable[Action]) -> list[tuple[Action, str]]:
    """What waits for names, the newest first."""
    newest = sorted(actions, key=lambda each: (each.first_day, each.pk), reverse=True)[:SHOWN]
    return [(each, address(language, f"sign/{each.slug}/")) for each in newest]
