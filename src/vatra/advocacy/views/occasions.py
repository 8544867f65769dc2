"""Events, press conferences and trainings: planning, guests, who came, and what followed."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.events.words import TAKES_PLACE
from vatra.advocacy.forms.occasions import (
    AccreditForm,
    AnswersForm,
    AttendanceForm,
    GuestForm,
    OccasionForm,
    ParticipantsForm,
    ResultForm,
    WithdrawForm,
)
from vatra.advocacy.models import Occasion, PressConference, Registration
from vatra.advocacy.page import one_act
from vatra.advocacy.places import place_of
from vatra.advocacy.words import ActionKind
from vatra.kernel import clock
from vatra.kernel.clock import local_day


@needs(Permission.SEE_CAMPAIGNS)
def occasion(request: StaffRequest, slug: str) -> HttpResponse:
    """One event: when and where, who comes or came, what the press gets, and what followed."""
    found = _occasion(slug)
    may_keep = request.held.may(Permission.KEEP_CAMPAIGNS)
    conference = PressConference.objects.filter(action=found.action).first()
    context = {
        "occasion": found,
        "action": found.action,
        "ends_that_day": local_day(found.starts_at) == local_day(found.ends_at),
        "is_press": found.action.kind == ActionKind.PRESS_CONFERENCE,
        "is_training": found.action.kind == ActionKind.TRAINING,
        # Names of guests are for those who keep the list.
        "registrations": _registrations(found) if may_keep else [],
        "held": found.registrations.held().count() if may_keep else 0,
        "coming": found.registrations.holding().count(),
        "came": found.registrations.filter(has_come=True).count(),
        "conference": conference,
        "is_public": conference.is_public_at(clock.now()) if conference else False,
        "files": conference.files.defer("content").order_by("pk") if conference else [],
        "counts": found.counts.select_related("institution").order_by("pk"),
        "questions": found.questions.order_by("pk"),
        "follow_ups": found.action.follow_ups.select_related("person").order_by("due_on", "pk"),
        "has_begun": found.starts_at <= clock.now(),
        "may_keep": may_keep,
    }
    return render(request, "advocacy/occasion.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def plan_occasion(request: StaffRequest, kind: str) -> HttpResponse:
    """Plan an event, a press conference or a training."""
    if kind not in TAKES_PLACE:
        raise Http404
    titles = {
        ActionKind.EVENT: _("Plan an event"),
        ActionKind.PRESS_CONFERENCE: _("Plan a press conference"),
        ActionKind.TRAINING: _("Plan a training"),
    }
    return one_act(
        request,
        OccasionForm,
        about=ActionKind(kind),
        title=titles[ActionKind(kind)],
        button=_("Save"),
        back=reverse("advocacy:actions"),
        to=lambda planned: place_of(planned.action),
        said=_("It is planned."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def change_occasion(request: StaffRequest, slug: str) -> HttpResponse:
    """It takes place at another hour or place, or is told otherwise."""
    return _write(
        request,
        _occasion(slug),
        OccasionForm,
        title=_("Change when, where or what"),
        said=_("It is changed."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def tell_result(request: StaffRequest, slug: str) -> HttpResponse:
    """What came of it."""
    return _write(
        request, _occasion(slug), ResultForm, title=_("What came of it"), said=_("It is written down.")
    )


@needs(Permission.KEEP_CAMPAIGNS)
def record_guest(request: StaffRequest, slug: str) -> HttpResponse:
    """Write down somebody who comes, or came."""
    return _write(
        request,
        _occasion(slug),
        GuestForm,
        title=_("Write down somebody who comes"),
        said=_("The person is on the list."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def note_attendance(request: StaffRequest, slug: str) -> HttpResponse:
    """Tick who came."""
    return _write(
        request,
        _occasion(slug),
        AttendanceForm,
        title=_("Write down who came"),
        said=_("It is written down who came."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def count_participants(request: StaffRequest, slug: str) -> HttpResponse:
    """How many of an institution took part."""
    return _write(
        request,
        _training(slug),
        ParticipantsForm,
        title=_("Count participants of an institution"),
        said=_("They are counted."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def record_answers(request: StaffRequest, slug: str) -> HttpResponse:
    """How a question was answered before and after."""
    return _write(
        request,
        _training(slug),
        AnswersForm,
        title=_("Write down answers before and after"),
        lead=_("Only numbers are kept: nobody is named."),
        said=_("The answers are written down."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def accredit(request: StaffRequest, pk: int) -> HttpResponse:
    """Accredit a journalist, or refuse and say why."""
    registration = _registration(pk)
    return _write(
        request,
        registration.occasion,
        AccreditForm,
        about=registration,
        title=_("Accredit a journalist"),
        lead=_("%(name)s, %(outlet)s") % {"name": registration.name, "outlet": registration.outlet},
        said=_("The accreditation is decided."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def withdraw_registration(request: StaffRequest, pk: int) -> HttpResponse:
    """Somebody does not come after all."""
    registration = _registration(pk)
    return _write(
        request,
        registration.occasion,
        WithdrawForm,
        about=registration,
        title=_("Somebody does not come after all"),
        lead=registration.name,
        said=_("The place is free again."),
    )


def _write(
    request: StaffRequest,
    found: Occasion,
    form_class: Callable[..., Any],
    *,
    about: object = None,
    **page: Any,
) -> HttpResponse:
    back = place_of(found.action)
    return one_act(request, form_class, about=about or found, button=_("Save"), back=back, **page)


def _occasion(slug: str) -> Occasion:
    return get_object_or_404(
        Occasion.objects.select_related("action__campaign", "action__ask"), action__slug=slug
    )


def _training(slug: str) -> Occasion:
    trainings = Occasion.objects.filter(action__kind=ActionKind.TRAINING).select_related("action")
    return get_object_or_404(trainings, action__slug=slug)


def _registration(pk: int) -> Registration:
    return get_object_or_404(Registration.objects.select_related("occasion__action"), pk=pk)


def _registrations(found: Occasion) -> list[Registration]:
    confirmed = found.registrations.filter(confirmed_at__isnull=False, erased_at=None)
    return list(confirmed.select_related("institution").order_by("name", "pk")[:500])
