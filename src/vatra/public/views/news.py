"""News: the list, one of them, and the feeds."""

from datetime import datetime, time
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from vatra.advocacy.models import SiteEdition
from vatra.advocacy.site.markup import as_page
from vatra.kernel import clock
from vatra.kernel.keyset import After, after_in
from vatra.public.door import PublicRequest, everybody
from vatra.public.languages import OF_ADDRESS
from vatra.public.texts import news

ON_A_PAGE = 10
IN_A_FEED = 20


@everybody
def news_list(request: PublicRequest) -> HttpResponse:
    """What is new, the newest first."""
    after = after_in(request.GET)
    listed = news()
    if after is not None:
        listed = listed.filter(
            Q(page__news_on__lt=after.day) | Q(page__news_on=after.day, page__lt=after.number)
        )
    found = list(listed[: ON_A_PAGE + 1])
    older = _address_after(found[ON_A_PAGE - 1]) if len(found) > ON_A_PAGE else ""
    context = {"news": found[:ON_A_PAGE], "older": older, "is_start": after is None}
    return render(request, "public/news.html", context)


@everybody
def news_item(request: PublicRequest, slug: str) -> HttpResponse:
    """One piece of news."""
    return render(request, "public/news_item.html", {"text": get_object_or_404(news(), page__slug=slug)})


@everybody
def rss(request: PublicRequest) -> HttpResponse:
    """The news for readers of feeds (RSS 2.0)."""
    return _feed(request, Rss201rev2Feed, "public:rss")


@everybody
def atom(request: PublicRequest) -> HttpResponse:
    """The news for readers of feeds (Atom, RFC 4287)."""
    return _feed(request, Atom1Feed, "public:atom")


def _feed(request: PublicRequest, kind: type[Rss201rev2Feed | Atom1Feed], name: str) -> HttpResponse:
    site, here = settings.PUBLIC_SITE, request.language
    feed = kind(
        title=_("Vatra: news"),
        link=site + reverse("public:news", args=[here]),
        description=_("Every child grows up in a family, with love, respect and security."),
        language=OF_ADDRESS[here],
        feed_url=site + reverse(name, args=[here]),
    )
    for edition in news()[:IN_A_FEED]:
        _add(feed, edition, site + reverse("public:news_item", args=[here, edition.page.slug]))
    answer = HttpResponse(content_type=kind.content_type)
    feed.write(answer, "utf-8")
    return answer


def _add(feed: SyndicationFeed, edition: SiteEdition, link: str) -> None:
    day = edition.page.news_on
    assert day is not None
    feed.add_item(
        title=str(edition.title),
        link=link,
        description=as_page(f"{edition.summary}\n\n{edition.body}"),
        unique_id=f"urn:uuid:{edition.page.key}",
        pubdate=datetime.combine(day, time(), clock.LOCAL),
        updateddate=edition.shown_from_at,
    )


def _address_after(last: SiteEdition) -> str:
    assert last.page.news_on is not None
    return f"?{urlencode(After(last.page.news_on, last.page_id).in_address)}"
