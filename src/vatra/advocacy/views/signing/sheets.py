"""Petitions, pledges and open letters: all of them, one of them, opening one and changing its text."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.advocacy.actions import change_text, open_sheet
from vatra.advocacy.forms.signing import SheetForm, TextForm
from vatra.advocacy.models import SigningSheet
from vatra.advocacy.page import show
from vatra.advocacy.signing.age import age_rule
from vatra.advocacy.signing.chart import chart
from vatra.advocacy.signing.counts import by_day, by_municipality, by_state
from vatra.advocacy.signing.states import IN_WORDS
from vatra.kernel import clock
from vatra.kernel.jurisdiction import the_law_here
from vatra.kernel.keyset import number_in

PAGE = 30


@needs(Permission.SEE_CAMPAIGNS)
def sheets(request: StaffRequest) -> HttpResponse:
    """What can be or could be signed, the newest first."""
    listed = SigningSheet.objects.select_related("action__campaign", "tally").order_by("-pk")
    after = number_in(request.GET.get("after", ""))
    found = list((listed.filter(pk__lt=after) if after else listed)[: PAGE + 1])
    older = f"?after={found[PAGE - 1].pk}" if len(found) > PAGE else ""
    context = {"sheets": found[:PAGE], "older": older, "today": clock.today()}
    return show(request, "advocacy/sheets.html", context)


@needs(Permission.SEE_CAMPAIGNS)
def sheet(request: StaffRequest, slug: str) -> HttpResponse:
    """One of them: how many signatures stand where, by day and by municipality, and its text."""
    found, today = sheet_of(slug), clock.today()
    places, elsewhere = by_municipality(found)
    days = by_day(found)
    context = {
        "sheet": found,
        "states": [(IN_WORDS[state], number) for state, number in by_state(found).items()],
        "chart": chart(days, until=today),
        "places": places,
        "elsewhere": elsewhere,
        "texts": found.texts.prefetch_related("consents").order_by("-number"),
        "age": age_rule(found.jurisdiction, on=today),
        "deliveries": found.deliveries.select_related("delivered_by").order_by("-pk"),
    }
    return render(request, "advocacy/sheet.html", context)


@needs(Permission.KEEP_SIGNATURES)
def new_sheet(request: StaffRequest) -> HttpResponse:
    """Open a petition, a pledge or an open letter."""
    writing = Writing(request)
    form = writing.form(SheetForm)
    by = actor(request, Permission.KEEP_SIGNATURES)
    done = writing.send(
        form,
        lambda: open_sheet(**form.cleaned_data, jurisdiction=the_law_here(), by=by),
        to=lambda sheet: reverse("advocacy:sheet", args=[sheet.action.slug]),
        said=_("It can be signed from its first day on."),
    )
    title, button = _("Open something for signing"), _("Open it")
    return done or writing.page(form, title=title, button=button, back=reverse("advocacy:sheets"))


@needs(Permission.KEEP_SIGNATURES)
def new_text(request: StaffRequest, slug: str) -> HttpResponse:
    """Write the next version of what is signed."""
    found, writing = sheet_of(slug), Writing(request)
    before = found.texts.latest("number")
    form = writing.form(TextForm, initial={"words": before.words, "deliver_to": before.deliver_to})
    by, back = actor(request, Permission.KEEP_SIGNATURES), reverse("advocacy:sheet", args=[slug])
    done = writing.send(
        form,
        lambda: change_text(sheet=found, **form.cleaned_data, by=by),
        to=lambda _text: back,
        said=_("From now on this version is signed."),
    )
    lead = _("Who has signed before has signed the version before; nothing is changed for them.")
    return done or writing.page(
        form, title=_("Change the text"), lead=lead, button=_("Save the version"), back=back
    )


def sheet_of(slug: str) -> SigningSheet:
    """The sheet with this name in its address."""
    whole = SigningSheet.objects.select_related("action__campaign", "tally")
    return get_object_or_404(whole, action__slug=slug)
