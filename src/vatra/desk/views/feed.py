"""The address at which a person's own calendar reads: making, renewing and closing it, and what is read there."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, actor, held_by, needs
from vatra.access.roles import Permission
from vatra.access.sessions import StaffSessions
from vatra.desk.actions import create_calendar_feed, revoke_calendar_feed
from vatra.desk.calendar.feed import digest_of, feed_of
from vatra.desk.calendar.whose import of_person
from vatra.desk.models import CalendarFeed
from vatra.kernel import clock

REVOKE = "revoke"


@needs(Permission.SEE_CHILDREN_OF_UNIT)
def my_feed(request: StaffRequest) -> HttpResponse:
    """Whether there is an address, and since when; a new one is shown this one time."""
    if request.method == "POST":
        return _closed(request) if REVOKE in request.POST else _made(request)
    feed = CalendarFeed.objects.filter(user=request.user, revoked_at=None).first()
    return render(request, "desk/my_feed.html", {"feed": feed})


@login_not_required
def feed(_request: HttpRequest, secret: str) -> HttpResponse:
    """How much is due on which day, for whoever knows the secret; 404 for an unknown or a closed address."""
    found = CalendarFeed.objects.filter(digest=digest_of(secret), revoked_at=None).first()
    user = StaffSessions().get_user(found.user_id) if found else None
    held = held_by(user) if user else None
    if user is None or held is None or not held.may(Permission.SEE_CHILDREN_OF_UNIT):
        raise Http404
    now, today = clock.now(), clock.today()
    with translation.override(user.language):
        body = feed_of(of_person(user, held, on=today), on=today, at=now, site=settings.SITE)
    return HttpResponse(
        body, content_type="text/calendar; charset=utf-8", headers={"Cache-Control": "no-store"}
    )


# Asked of the person whose feed it is, not of a session.
feed.permission = Permission.SEE_CHILDREN_OF_UNIT  # type: ignore[attr-defined]


def _made(request: StaffRequest) -> HttpResponse:
    secret = create_calendar_feed(user=request.user, by=actor(request, Permission.SEE_CHILDREN_OF_UNIT))
    address = f"{settings.SITE}{reverse('desk:feed', args=[secret])}"
    return render(request, "desk/new_feed.html", {"address": address})


def _closed(request: StaffRequest) -> HttpResponse:
    revoke_calendar_feed(user=request.user, by=actor(request, Permission.SEE_CHILDREN_OF_UNIT))
    messages.success(request, _("The address is closed. Calendars that read there find nothing any more."))
    return redirect("desk:my_feed")
