"""Events anybody may come to: the list, one event, registering, and the calendar."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from vatra.access.networks import network_of
from vatra.advocacy import tokens
from vatra.advocacy.events.calendar import calendar_of
from vatra.advocacy.models import Action, Occasion, Registration
from vatra.advocacy.models.occasions import Occasions
from vatra.advocacy.paging import latest_first
from vatra.kernel import clock
from vatra.kernel.keyset import number_in
from vatra.public.door import PublicRequest, everybody
from vatra.public.forms.events import ConfirmPlaceForm, RegisterForm
from vatra.public.languages import OF_ADDRESS
from vatra.public.visitor import answered, for_one_person, lapsed, visitor

MOST_IN_CALENDAR = 200


@everybody
def events(request: PublicRequest) -> HttpResponse:
    """What takes place and what took place, the latest first."""
    listed = _shown().select_related("action")
    found, older = latest_first(listed, "starts_at", number_in(request.GET.get("after", "")))
    context = {"events": found, "now": clock.now(), "older": older}
    return render(request, "public/events.html", context)


@everybody
def event(request: PublicRequest, slug: str) -> HttpResponse:
    """One event, and the form to register where that is open."""
    found = get_object_or_404(_shown().select_related("action__campaign"), action__slug=slug)
    context = {"event": found, "is_open": found.is_open_at(clock.now())}
    if not context["is_open"]:
        return render(request, "public/event.html", {**context, "form": None})
    form = RegisterForm(request.POST if request.method == "POST" else None, occasion=found)
    return answered(
        request,
        form,
        lambda: form.write(language=OF_ADDRESS[request.language], network=network_of(request), by=visitor()),
        to=reverse("public:look_into_your_mail", args=[request.language]),
        template="public/event.html",
        context=context,
    )


@everybody
def confirm_place(request: PublicRequest, token: str) -> HttpResponse:
    """Confirm that one comes; opening the page alone does nothing."""
    key = tokens.key_in(token, tokens.CONFIRM_PLACE)
    registrations = Registration.objects.select_related("occasion__action")
    registration = registrations.filter(key=key, erased_at=None).first() if key else None
    if registration is None:
        return lapsed(request)
    context = {"registration": registration, "event": registration.occasion}
    if registration.confirmed_at:
        return for_one_person(render(request, "public/place_confirmed.html", context))
    form = ConfirmPlaceForm(request.POST if request.method == "POST" else None)
    answer = answered(
        request,
        form,
        lambda: form.write(registration, by=visitor()),
        to=request.path,
        template="public/confirm_place.html",
        context=context,
    )
    return for_one_person(answer)


@everybody
def calendar(request: PublicRequest) -> HttpResponse:
    """Public events for a calendar program."""
    listed = _shown().in_order()[:MOST_IN_CALENDAR]
    pages = [
        (each, settings.PUBLIC_SITE + reverse("public:event", args=[request.language, each.action.slug]))
        for each in listed
    ]
    return HttpResponse(calendar_of(pages), content_type="text/calendar; charset=utf-8")


def _shown() -> Occasions:
    return Occasion.objects.filter(action__in=Action.objects.public(clock.today()))
