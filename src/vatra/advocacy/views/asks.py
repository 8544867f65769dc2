"""Policy asks: all of them, one of them, what is overdue, and asking for one more."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.asks.open_asks import open_asks, overdue_asks, with_stage
from vatra.advocacy.asks.rules import MOST_OPEN
from vatra.advocacy.asks.seen import seen_on
from vatra.advocacy.asks.words import Stage
from vatra.advocacy.forms.asks import AskForm, RewordForm, ShowAskForm, WhichAsks
from vatra.advocacy.institutions.seen import seen, with_judgements
from vatra.advocacy.models import Campaign, PolicyAsk, Promise, Stance
from vatra.advocacy.page import one_act, show
from vatra.advocacy.paging import goes_on, newest_first, oldest_first
from vatra.kernel import clock
from vatra.kernel.keyset import after_in
from vatra.kernel.typesetting.languages import DOCUMENT_LANGUAGES


@needs(Permission.SEE_CAMPAIGNS)
def asks(request: StaffRequest) -> HttpResponse:
    """Every ask with the stage it has come to, the newest first."""
    form, today = WhichAsks(request.GET or None), clock.today()
    chosen = form.chosen
    listed = with_stage(PolicyAsk.objects.select_related("addressee__institution"), today).filter(**chosen)
    page = newest_first(listed, "asked_on", after_in(request.GET))
    context = {
        "asks": [(ask, Stage(ask.stage).label) for ask in page.rows],
        "filter": form,
        "older": goes_on(page.next, **chosen),
        "open": open_asks(today).count(),
        "most_open": MOST_OPEN,
        "paper_languages": DOCUMENT_LANGUAGES,
    }
    return show(request, "advocacy/asks.html", context)


@needs(Permission.SEE_CAMPAIGNS)
def ask(request: StaffRequest, pk: int) -> HttpResponse:
    """One ask: where it stands and why, what waits for a second person, how it is rated, who promised what."""
    whole = PolicyAsk.objects.select_related("campaign", "addressee__institution")
    found = seen_on(get_object_or_404(whole, pk=pk), clock.today())
    updates = found.ask.updates.select_related("author", "approved_by", "refused_by").latest_first()
    stances = Stance.objects.standing().filter(ask=pk).select_related("post__institution")
    claims = found.ask.contribution_ratings.select_related("author").prefetch_related("evidence")
    context = {
        "seen": found,
        "ask": found.ask,
        "updates": updates,
        "standing": {each.pk for each in found.history},
        "stances": stances.order_by("-taken_on", "-pk"),
        "claims": claims.order_by("-rated_on", "-pk"),
    }
    return show(request, "advocacy/ask.html", context)


@needs(Permission.SEE_CAMPAIGNS)
def overdue(request: StaffRequest) -> HttpResponse:
    """Asks and promises whose day has passed, the oldest first."""
    today, after = clock.today(), after_in(request.GET)
    asked = overdue_asks(today).select_related("addressee__institution")
    late = oldest_first(asked, "deadline_on", after if request.GET.get("of") == "asks" else None)
    promised = with_judgements(Promise.objects.overdue_on(today)).select_related("ask")
    page = oldest_first(promised, "due_on", after if request.GET.get("of") == "promises" else None)
    context = {
        "asks": [(ask, Stage(ask.stage).label) for ask in late.rows],
        "later_asks": goes_on(late.next, of="asks"),
        "promises": seen(page.rows, on=today),
        "later_promises": goes_on(page.next, of="promises"),
    }
    return show(request, "advocacy/overdue.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def ask_policy(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask for one change."""
    campaign = get_object_or_404(Campaign, pk=pk)
    return one_act(
        request,
        AskForm,
        about=campaign,
        title=_("Ask for a change"),
        lead=str(campaign),
        button=_("Write down the ask"),
        back=reverse("advocacy:campaign", args=[pk]),
        to=lambda asked: reverse("advocacy:ask", args=[asked.pk]),
        said=_("The ask is written down."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def reword_ask(request: StaffRequest, pk: int) -> HttpResponse:
    """Write an ask in other words or in one more language."""
    return one_act(
        request,
        RewordForm,
        about=get_object_or_404(PolicyAsk, pk=pk),
        title=_("Change the words of the ask"),
        button=_("Save the words"),
        back=reverse("advocacy:ask", args=[pk]),
        said=_("The ask is worded anew."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def show_ask(request: StaffRequest, pk: int) -> HttpResponse:
    """Say from which day an ask stands on the public site."""
    return one_act(
        request,
        ShowAskForm,
        about=get_object_or_404(PolicyAsk, pk=pk),
        title=_("Show the ask to the public"),
        button=_("Save the day"),
        back=reverse("advocacy:ask", args=[pk]),
        said=_("It is written down from which day the public sees it."),
    )
