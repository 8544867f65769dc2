"""The front page of the public site."""

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render

from vatra.advocacy.models import Action, Campaign, PolicyAsk
from vatra.advocacy.places import DETAILS
from vatra.advocacy.words import SIGNED, ActionKind
from vatra.kernel import clock
from vatra.public.door import PublicRequest, everybody
from vatra.public.places import page_of
from vatra.public.texts import news

SHOWN = 3


@everybody
def front(request: PublicRequest) -> HttpResponse:
    """Who we are in one look, where to turn, and what goes on."""
    today = clock.today()
    campaigns = Campaign.objects.public(today).running_on(today).order_by("-first_day", "-pk")
    context = {
        "campaigns": campaigns[:SHOWN],
        "asks": PolicyAsk.objects.public(today).order_by("-asked_on", "-pk")[:SHOWN],
        "actions": _to_take_part_in(request.language),
        "news": news()[:SHOWN],
    }
    return render(request, "public/front.html", context)


def _to_take_part_in(language: str) -> list[tuple[Action, str]]:
    """What waits for names and letters today, and the events to come, the newest first; each with its page."""
    today = clock.today()
    shown = Action.objects.public(today).select_related(*DETAILS)
    has_page = Q(sheet__isnull=False) | Q(letter_call__isnull=False)
    open_now = shown.open_on(today).filter(has_page, kind__in=[*SIGNED, ActionKind.MAIL_TO_TARGET])
    to_come = shown.filter(occasion__ends_at__gt=clock.now(), kind=ActionKind.EVENT)
    newest = (open_now | to_come).order_by("-first_day", "-pk")[:SHOWN]
    return [(each, page_of(each, language)) for each in newest]
