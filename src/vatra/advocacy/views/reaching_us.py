"""How the public reaches us, and which unit receives what it sends in."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.actions import receive_from_site, stop_receiving
from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.models import Receiving, SentIn
from vatra.access.roles import Permission
from vatra.access.tree import units_open
from vatra.access.writing import Writing
from vatra.advocacy.actions.reaching_us import say_how_to_reach_us
from vatra.advocacy.forms.receiving import LastDay, ReceivingForm
from vatra.advocacy.forms.site import ReachForm
from vatra.advocacy.models import HowToReachUs
from vatra.kernel import clock
from vatra.people.words import Municipality


@needs(Permission.KEEP_SITE)
def reach_us(request: StaffRequest) -> HttpResponse:
    """Our own number, address and hours, as the public site shows them."""
    now = HowToReachUs.objects.order_by("said_at", "pk").last()
    writing = Writing(request)
    form = writing.form(ReachForm, initial=forms.model_to_dict(now) if now else {})
    back = reverse("advocacy:site")
    by = actor(request, Permission.KEEP_SITE)
    done = writing.send(
        form,
        lambda: say_how_to_reach_us(by=by, **form.cleaned_data),
        to=lambda _said: back,
        said=_("The public site shows this now."),
    )
    return done or writing.page(
        form,
        title=_("How the public reaches us"),
        lead=_("What you leave empty is not shown. The emergency numbers come from the pack of the country."),
        button=_("Save"),
        back=back,
    )


@needs(Permission.KEEP_STAFF)
def receiving(request: StaffRequest) -> HttpResponse:
    """Which unit receives what the public sends in, today and later."""
    by = actor(request, Permission.KEEP_STAFF)
    kept = Receiving.objects.filter(unit__in=units_open(by)).select_related("unit")
    going = [each for each in kept.order_by("what", "municipality", "first_day") if _goes_on(each)]
    context = {"receiving": [(each, _where(each)) for each in going]}
    return render(request, "advocacy/receiving.html", context)


@needs(Permission.KEEP_STAFF)
def new_receiving(request: StaffRequest) -> HttpResponse:
    """Say which unit receives what from a municipality."""
    by = actor(request, Permission.KEEP_STAFF)
    writing = Writing(request)
    form = writing.form(ReceivingForm, units=units_open(by))
    back = reverse("advocacy:receiving")
    done = writing.send(
        form,
        lambda: receive_from_site(by=by, **form.cleaned_data),
        to=lambda _receiving: back,
        said=_("The unit receives it from that day on."),
    )
    return done or writing.page(
        form, title=_("Who receives what the public sends in?"), button=_("Save"), back=back
    )


@needs(Permission.KEEP_STAFF)
def end_receiving(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down the last day on which a unit receives something."""
    by = actor(request, Permission.KEEP_STAFF)
    found = get_object_or_404(Receiving.objects.filter(unit__in=units_open(by)).select_related("unit"), pk=pk)
    writing = Writing(request)
    form = writing.form(LastDay)
    back = reverse("advocacy:receiving")
    done = writing.send(
        form,
        lambda: stop_receiving(receiving=found, by=by, **form.cleaned_data),
        to=lambda _receiving: back,
        said=_("The last day is written down."),
    )
    return done or writing.page(
        form,
        title=_("Until when does %(unit)s receive it?") % {"unit": found.unit},
        lead=str(SentIn(found.what).label),
        button=_("Save"),
        back=back,
    )


def _goes_on(each: Receiving) -> bool:
    return each.last_day is None or each.last_day >= clock.today()


def _where(each: Receiving) -> str:
    return str(Municipality(each.municipality).label) if each.municipality else _("Everywhere else")
