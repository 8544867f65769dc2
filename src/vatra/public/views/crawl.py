"""What programs ask for: which pages there are, and which of them they may read."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from vatra.advocacy.models import Action, Campaign, PolicyAsk, ResultPage, SiteEdition
from vatra.advocacy.site.words import PageKind
from vatra.advocacy.words import SIGNED, ActionKind
from vatra.decisions.documents.sheet import EXPLAINED
from vatra.kernel import clock
from vatra.public.door import PublicRequest, everybody
from vatra.public.languages import IN_ADDRESS
from vatra.public.middleware import is_public
from vatra.public.navigation import PLACES


@everybody
def robots(request: PublicRequest) -> HttpResponse:
    """The public site may be read by programs, the staff's pages never (RFC 9309)."""
    is_read_here = not settings.PUBLIC_HOSTS or is_public(request)
    lines = ["User-agent: *", *(_open_to_programs() if is_read_here else ()), "Disallow: /"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@everybody
def sitemap(request: PublicRequest) -> HttpResponse:
    """Every page of the site in its languages (sitemaps.org 0.9)."""
    context = {"languages": IN_ADDRESS.items(), "paths": list(_paths())}
    return render(request, "public/sitemap.xml", context, content_type="application/xml; charset=utf-8")


def _open_to_programs() -> Iterator[str]:
    yield from (f"Allow: /{each}/" for each in IN_ADDRESS.values())
    yield f"Allow: {settings.STATIC_URL}"
    yield f"Sitemap: {settings.PUBLIC_SITE}/sitemap.xml"


def _paths() -> Iterator[str]:
    yield ""
    yield from (place.path for place in PLACES if place.is_there)
    for kind, slug in (
        SiteEdition.objects.shown_at(clock.now()).order_by("page").values_list("page__kind", "page__slug")
    ):
        yield f"news/{slug}/" if kind == PageKind.NEWS else f"{slug}/"
    yield from (f"forms-of-care/{form.value}/" for form in EXPLAINED)
    for part, shown in _shown_on(clock.today()).items():
        yield from (f"{part}/{slug}/" for slug in shown.order_by("pk").values_list("slug", flat=True))


def _shown_on(today: date) -> dict[str, QuerySet[Any]]:
    """What has a page of its own for the public on a day, by the part of the site it stands in."""
    actions = Action.objects.public(today)
    occasions = actions.filter(occasion__isnull=False)
    return {
        "campaigns": Campaign.objects.public(today),
        "asks": PolicyAsk.objects.public(today),
        "sign": actions.filter(kind__in=SIGNED, sheet__isnull=False),
        "write": actions.filter(letter_call__isnull=False),
        "events": occasions,
        "press": occasions.filter(kind=ActionKind.PRESS_CONFERENCE),
        "results": ResultPage.objects.released(),
    }
