"""The front page of the public site."""

from django.http import HttpResponse
from django.shortcuts import render

from vatra.advocacy.models import Action, Campaign, PolicyAsk
from vatra.kernel import clock
from vatra.public.door import PublicRequest, everybody


@everybody
def front(request: PublicRequest) -> HttpResponse:
    """What we do and why, and what runs now."""
    today = clock.today()
    context = {
        "campaigns": Campaign.objects.public(today).running_on(today).order_by("-first_day", "-pk")[:6],
        "actions": Action.objects.public(today).open_on(today).order_by("-first_day", "-pk")[:6],
        "asks": PolicyAsk.objects.public(today).order_by("-asked_on", "-pk")[:6],
    }
    return render(request, "public/front.html", context)
