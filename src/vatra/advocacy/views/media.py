"""Media: what was found, where we look, and what feeds suggest."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.forms.media import (
    ClippingForm,
    DismissForm,
    FeedForm,
    MessageForm,
    OutletForm,
    StopFeedForm,
)
from vatra.advocacy.media.books import latest
from vatra.advocacy.media.coded import codes_that_hold
from vatra.advocacy.media.summary import by_month
from vatra.advocacy.models import Campaign, Clipping, FeedSource, Suggestion
from vatra.advocacy.page import one_act, show
from vatra.advocacy.paging import goes_on, newest_first
from vatra.kernel import clock
from vatra.kernel.keyset import after_in

PAGE = 30


@needs(Permission.SEE_CAMPAIGNS)
def clippings(request: StaffRequest) -> HttpResponse:
    """What the media said, the newest first."""
    listed = Clipping.objects.latest_first().prefetch_related("codings", "adjudication")
    page = newest_first(listed, "published_on", after_in(request.GET), most=PAGE)
    context = {
        "clippings": page.rows,
        "suggested": Suggestion.objects.open().count(),
        "campaigns": Campaign.objects.order_by("-first_day", "-pk")[:PAGE],
        "older": goes_on(page.next),
        "may_keep": request.held.may(Permission.KEEP_CAMPAIGNS),
    }
    return show(request, "advocacy/clippings.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def new_clipping(request: StaffRequest) -> HttpResponse:
    """Keep an article by its address."""
    return one_act(
        request,
        ClippingForm,
        title=_("Keep an article"),
        button=_("Keep it"),
        back=reverse("advocacy:clippings"),
        to=_page_of,
        said=_("The article is kept. Two people can code it now."),
    )


@needs(Permission.SEE_CAMPAIGNS)
def suggestions(request: StaffRequest) -> HttpResponse:
    """What the feeds suggest and nobody has answered."""
    context = {
        "suggestions": Suggestion.objects.open().select_related("source__outlet")[:PAGE],
        "may_keep": request.held.may(Permission.KEEP_CAMPAIGNS),
    }
    return render(request, "advocacy/suggestions.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def take_suggestion(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep what a feed suggested."""
    suggestion = get_object_or_404(Suggestion.objects.open().select_related("source__outlet"), pk=pk)
    return one_act(
        request,
        ClippingForm,
        about=suggestion,
        title=_("Keep an article"),
        button=_("Keep it"),
        back=reverse("advocacy:suggestions"),
        to=_page_of,
        said=_("The article is kept. Two people can code it now."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def dismiss_suggestion(request: StaffRequest, pk: int) -> HttpResponse:
    """Put aside what is about something else."""
    suggestion = get_object_or_404(Suggestion.objects.open(), pk=pk)
    return one_act(
        request,
        DismissForm,
        about=suggestion,
        title=_("The article is about something else"),
        lead=suggestion.title,
        button=_("Put it aside"),
        back=reverse("advocacy:suggestions"),
        said=_("The suggestion is put aside."),
    )


@needs(Permission.SEE_CAMPAIGNS)
def sources(request: StaffRequest) -> HttpResponse:
    """Where we look, and whether it can be read."""
    context = {
        "sources": FeedSource.objects.select_related("outlet").order_by("outlet__name", "pk"),
        "today": clock.today(),
        "may_keep": request.held.may(Permission.KEEP_CAMPAIGNS),
    }
    return render(request, "advocacy/sources.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def follow_feed(request: StaffRequest) -> HttpResponse:
    """Look into a feed from now on."""
    return one_act(
        request,
        FeedForm,
        title=_("Look into a feed"),
        lead=_("The feed is read twice an hour. Nothing else is opened, and nothing in our own network."),
        button=_("Save"),
        back=reverse("advocacy:sources"),
        said=_("The feed is read from its first day on."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def stop_following(request: StaffRequest, pk: int) -> HttpResponse:
    """Look into a feed no longer."""
    source = get_object_or_404(FeedSource, pk=pk)
    return one_act(
        request,
        StopFeedForm,
        about=source,
        title=_("Stop looking into a feed"),
        lead=source.address,
        button=_("Save"),
        back=reverse("advocacy:sources"),
        said=_("The feed is read until its last day."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def add_outlet(request: StaffRequest) -> HttpResponse:
    """Write down an outlet."""
    return one_act(
        request,
        OutletForm,
        title=_("Write down an outlet"),
        button=_("Save"),
        back=reverse("advocacy:sources"),
        said=_("The outlet is written down."),
    )


@needs(Permission.SEE_CAMPAIGNS)
def campaign_in_media(request: StaffRequest, slug: str) -> HttpResponse:
    """What the media made of a campaign, month by month."""
    campaign = get_object_or_404(Campaign, slug=slug)
    book = latest()
    messages = {str(message.pk): message for message in campaign.messages.order_by("first_day", "pk")}
    context = {
        "campaign": campaign,
        "messages": list(messages.values()),
        "months": [
            (
                month,
                [(messages[pk], number) for pk, number in month.messages.most_common()],
                [(book.question(code), number) for code, number in month.breaches.most_common()],
            )
            for month in by_month(codes_that_hold(campaign), book)
        ],
        "may_keep": request.held.may(Permission.KEEP_CAMPAIGNS),
    }
    return render(request, "advocacy/campaign_in_media.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def set_message(request: StaffRequest, slug: str) -> HttpResponse:
    """Write down what a campaign wants people to have heard."""
    campaign = get_object_or_404(Campaign, slug=slug)
    return one_act(
        request,
        MessageForm,
        about=campaign,
        title=_("Write down a message of the campaign"),
        lead=str(campaign),
        button=_("Save"),
        back=reverse("advocacy:campaign_in_media", args=[slug]),
        said=_("The message is written down."),
    )


def _page_of(clipping: Clipping) -> str:
    return reverse("advocacy:clipping", args=[clipping.pk])
