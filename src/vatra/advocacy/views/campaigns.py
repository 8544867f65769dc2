"""Campaigns: all of them with their parts, one of them, and writing about one."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.asks.open_asks import with_stage
from vatra.advocacy.asks.words import Stage
from vatra.advocacy.forms.campaign import ChangeCampaignForm, OpenCampaignForm, ShowCampaignForm
from vatra.advocacy.goals.seen import goals_of
from vatra.advocacy.models import Campaign
from vatra.advocacy.page import one_act, show
from vatra.advocacy.paging import goes_on, newest_first
from vatra.advocacy.places import DETAILS, place_of
from vatra.advocacy.timeline.drawing import Span, drawn
from vatra.advocacy.timeline.tree import parts_below, tree
from vatra.kernel import clock
from vatra.kernel.keyset import after_in
from vatra.people.words import Language


@needs(Permission.SEE_CAMPAIGNS)
def campaigns(request: StaffRequest) -> HttpResponse:
    """Every campaign with its parts, the newest first."""
    page = tree(after=after_in(request.GET))
    context = {
        "tree": page,
        "drawing": drawn(page.spans, until=clock.today()),
        "older": goes_on(page.next),
        "start": "" if page.is_first else reverse("advocacy:campaigns"),
    }
    return show(request, "advocacy/campaigns.html", context)


@needs(Permission.SEE_CAMPAIGNS)
def campaign(request: StaffRequest, pk: int) -> HttpResponse:
    """One campaign: its days, its parts, what it wants and how far that is, what is done, and by whom."""
    found, today = get_object_or_404(Campaign.objects.select_related("parent"), pk=pk), clock.today()
    phases = list(found.phases.order_by("first_day", "pk"))
    listed = found.actions.select_related(*DETAILS)
    actions = newest_first(listed, "first_day", after_in(request.GET))
    asks = with_stage(found.asks.all(), today).order_by("-asked_on", "-pk")
    names = dict(Language.choices)
    context = {
        "campaign": found,
        "audiences": [each.get_audience_display() for each in found.audiences.order_by("pk")],
        "languages": [names[code] for code in found.languages],
        "phases": phases,
        "drawing": drawn([Span(str(each), each.first_day, each.last_day) for each in phases], until=today),
        "parts": parts_below(found)[1:],
        "goals": goals_of(found, on=today),
        "actions": [(action, place_of(action)) for action in actions.rows],
        "older_actions": goes_on(actions.next),
        "asks": [(ask, Stage(ask.stage).label) for ask in asks],
        "partners": found.partners.order_by("name", "pk"),
        "workers": found.workers.select_related("user").order_by("-first_day", "pk"),
        "today": today,
    }
    return show(request, "advocacy/campaign.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def open_campaign(request: StaffRequest) -> HttpResponse:
    """Begin a campaign."""
    return _open(request, None, reverse("advocacy:campaigns"))


@needs(Permission.KEEP_CAMPAIGNS)
def open_part(request: StaffRequest, pk: int) -> HttpResponse:
    """Begin a part of a campaign, within its days."""
    return _open(request, get_object_or_404(Campaign, pk=pk), _page_of(pk))


@needs(Permission.KEEP_CAMPAIGNS)
def change_campaign(request: StaffRequest, pk: int) -> HttpResponse:
    """Change what a campaign is called and is for, or its days."""
    return one_act(
        request,
        ChangeCampaignForm,
        about=get_object_or_404(Campaign, pk=pk),
        title=_("Change the campaign"),
        button=_("Save the campaign"),
        back=_page_of(pk),
        said=_("The campaign is changed."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def show_campaign(request: StaffRequest, pk: int) -> HttpResponse:
    """Say from which day a campaign stands on the public site."""
    return one_act(
        request,
        ShowCampaignForm,
        about=get_object_or_404(Campaign, pk=pk),
        title=_("Show the campaign to the public"),
        button=_("Save the day"),
        back=_page_of(pk),
        said=_("It is written down from which day the public sees it."),
    )


def _open(request: StaffRequest, parent: Campaign | None, back: str) -> HttpResponse:
    return one_act(
        request,
        OpenCampaignForm,
        about=parent,
        title=_("Open a part of this campaign") if parent else _("Open a campaign"),
        lead=str(parent or ""),
        button=_("Open the campaign"),
        back=back,
        to=lambda opened: _page_of(opened.pk),
        said=_("The campaign is open."),
    )


def _page_of(pk: int) -> str:
    return reverse("advocacy:campaign", args=[pk])
