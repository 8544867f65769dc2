"""Pages about enquiries, for those who answer them."""

from datetime import datetime
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.homes.actions import (
    erase_enquiries,
    open_enquiry,
    record_enquiry_step,
    tie_enquiry_to_home,
)
from vatra.homes.enquiries.funnel import Told, funnel
from vatra.homes.enquiries.queries import enquiries_open_to, enquiries_page
from vatra.homes.enquiries.retention import report
from vatra.homes.enquiries.rules import ANSWERED_WITHIN
from vatra.homes.enquiries.states import WAY, state_after, steps_open
from vatra.homes.enquiries.words import EnquiryState
from vatra.homes.forms.enquiry import ForgetForm, Since, StepForm, TieForm
from vatra.homes.models import Enquiry, Home
from vatra.homes.queries import units_kept_by
from vatra.kernel import clock
from vatra.kernel.keyset import number_in


@needs(Permission.KEEP_HOMES)
def enquiries(request: StaffRequest) -> HttpResponse:
    """Who asked whether they could be a foster family, the newest first, and by when they hear from us."""
    found, last = enquiries_page(enquiries_open_to(request.held).known(), after=_after(request))
    older = {"before": last.received_at.isoformat(), "after": last.pk} if last else {}
    context = {
        "enquiries": [(each, EnquiryState(each.reached)) for each in found],  # type: ignore[attr-defined]
        "older": f"?{urlencode(older)}" if older else "",
        "today": clock.today(),
        "within": ANSWERED_WITHIN.days,
    }
    return render(request, "homes/enquiries.html", context)


@needs(Permission.KEEP_HOMES)
def enquiry(request: StaffRequest, pk: int) -> HttpResponse:
    """One enquiry: who asks, what happened so far, what comes next. The reading goes on record."""
    found = _entered(request, pk)
    steps = list(found.steps.select_related("written_by").order_by("pk"))
    state = state_after(step.kind for step in steps)
    open_enquiry(enquiry=found, by=actor(request, Permission.KEEP_HOMES))
    context = {
        "enquiry": found,
        "steps": steps,
        "state": state,
        "is_late": not steps and found.due_on < clock.today(),
        "may_go_on": bool(steps_open(state)),
        "may_tie": state == EnquiryState.BEGAN and found.home is None,
        "within": ANSWERED_WITHIN.days,
    }
    return render(request, "homes/enquiry.html", context)


@needs(Permission.KEEP_HOMES)
def enquiry_step(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what happened with an enquiry."""
    found = _entered(request, pk)
    state = state_after(found.steps.order_by("pk").values_list("kind", flat=True))
    writing = Writing(request)
    form = writing.form(StepForm, open_steps=steps_open(state))
    back = reverse("homes:enquiry", args=[pk])
    by = actor(request, Permission.KEEP_HOMES)
    done = writing.send(
        form,
        lambda: record_enquiry_step(enquiry=found, by=by, **form.cleaned_data),
        to=lambda _step: back,
        said=_("The step is written down."),
    )
    return done or writing.page(
        form, title=_("What happened with the enquiry?"), button=_("Save the step"), back=back
    )


@needs(Permission.KEEP_HOMES)
def tie_enquiry(request: StaffRequest, pk: int) -> HttpResponse:
    """Say which home the people who asked have become."""
    found = _entered(request, pk)
    kept = [unit.pk for unit in units_kept_by(request.held)]
    homes = Home.objects.open_on(clock.today()).filter(unit__in=kept, enquiry=None).order_by("name", "pk")
    writing = Writing(request)
    form = writing.form(TieForm, homes=homes)
    back = reverse("homes:enquiry", args=[pk])
    by = actor(request, Permission.KEEP_HOMES)
    done = writing.send(
        form,
        lambda: tie_enquiry_to_home(enquiry=found, home=form.cleaned_data["home"], by=by),
        to=lambda _enquiry: back,
        said=_("The enquiry leads to this home."),
    )
    return done or writing.page(
        form,
        title=_("Which home did it lead to?"),
        lead=_("Write down the home first, if it is not in the list."),
        button=_("Save"),
        back=back,
    )


@needs(Permission.KEEP_HOMES)
def enquiry_funnel(request: StaffRequest) -> HttpResponse:
    """For each form of care: how many asked, and how far they came."""
    form = Since(request.GET or None)
    asked = enquiries_open_to(request.held)
    since = form.cleaned_data.get("since") if form.is_valid() else None
    if since:
        asked = asked.filter(received_at__gte=datetime.combine(since, datetime.min.time(), clock.LOCAL))
    told = [_told(each) for each in asked.only("form", "home").prefetch_related("steps")]
    context = {
        "filter": form,
        "rows": funnel(told),
        "heads": [state.label for state in WAY],
        "number": len(told),
    }
    return render(request, "homes/enquiry_funnel.html", context)


@needs(Permission.KEEP_HOMES)
def forget_enquiries(request: StaffRequest) -> HttpResponse:
    """Who asked so long ago that they are to be forgotten, unit by unit; looking changes nothing."""
    units = {unit.pk: unit for unit in units_kept_by(request.held)}
    form, by = ForgetForm(request.POST or None), actor(request, Permission.KEEP_HOMES)
    if form.is_valid():
        unit, seen = units.get(form.cleaned_data["unit"]), form.cleaned_data["seen"]
        if unit is None:
            raise Http404
        if form.attempt(lambda: erase_enquiries(unit=unit, seen=seen, by=by)) is not None:
            messages.success(request, _("It is erased."))
            return redirect("homes:forget_enquiries")
    context = {"due": report(units.values(), clock.today()), "form": form}
    return render(request, "homes/forget_enquiries.html", context, status=422 if form.errors else 200)


def _entered(request: StaffRequest, pk: int) -> Enquiry:
    return get_object_or_404(enquiries_open_to(request.held).known().select_related("unit", "home"), pk=pk)


def _after(request: HttpRequest) -> tuple[datetime, int] | None:
    """Where the list goes on, as the address says."""
    try:
        moment = parse_datetime(request.GET.get("before", ""))
    except ValueError:
        return None
    number = number_in(request.GET.get("after", ""))
    return None if moment is None or moment.tzinfo is None or number is None else (moment, number)


def _told(enquiry: Enquiry) -> Told:
    steps = frozenset(step.kind for step in enquiry.steps.all())
    return Told(enquiry.form, steps, has_home=enquiry.home_id is not None)
