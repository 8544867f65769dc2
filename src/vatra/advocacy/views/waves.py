"""A wave: its frame, opening and closing it, inviting people."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.advocacy.actions.waves import invite
from vatra.advocacy.awareness.words import Mode
from vatra.advocacy.forms.confirming import CloseWaveForm, OpenWaveForm
from vatra.advocacy.forms.surveys import FrameForm, WaveForm
from vatra.advocacy.forms.taking_over import HowManyCodes
from vatra.advocacy.models import Survey, SurveyWave
from vatra.advocacy.page import one_act
from vatra.advocacy.views import surveys


@needs(Permission.SEE_CAMPAIGNS)
def wave(request: StaffRequest, pk: int) -> HttpResponse:
    """What a wave asks, of whom, and how many have answered."""
    found = _wave(pk)
    context = {
        "wave": found,
        "items": found.items.select_related("version__item").order_by("position"),
        "strata": found.strata.prefetch_related("points").order_by("pk"),
        "answers": found.respondents.count(),
        "codes_left": found.codes.count(),
        "imports": found.imports.order_by("-taken_over_at", "-pk"),
        "is_on_the_site": found.is_open and found.mode == Mode.WEB,
        "page": getattr(found, "result_page", None),
    }
    return render(request, "advocacy/wave.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def plan_wave(request: StaffRequest, pk: int) -> HttpResponse:
    """Plan a wave of a survey."""
    survey = get_object_or_404(Survey, pk=pk)
    return one_act(
        request,
        WaveForm,
        about=survey,
        title=_("Plan a wave"),
        lead=_("Until it is opened its frame may be changed; after that nothing."),
        button=_("Plan the wave"),
        back=surveys.page_of(survey),
        said=_("The wave is planned."),
        to=page_of,
    )


@needs(Permission.KEEP_CAMPAIGNS)
def draw_frame(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down of whom is asked."""
    found = _wave(pk)
    return _act(
        request,
        FrameForm,
        found,
        title=_("Of whom is asked"),
        lead=_(
            "Without strata everybody counts as drawn alone, which is true of no survey from door to door."
        ),
        button=_("Save the frame"),
        said=_("The frame is written down."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def open_wave(request: StaffRequest, pk: int) -> HttpResponse:
    """Let a wave take answers."""
    return _act(
        request,
        OpenWaveForm,
        _wave(pk),
        title=_("Open the wave"),
        lead=_("From now on neither its questions nor its frame can be changed."),
        button=_("Open the wave"),
        said=_("The wave is open and takes answers."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def close_wave(request: StaffRequest, pk: int) -> HttpResponse:
    """Let a wave take no more answers."""
    return _act(
        request,
        CloseWaveForm,
        _wave(pk),
        title=_("Close the wave"),
        lead=_("It will take no more answers and cannot be opened again."),
        button=_("Close the wave"),
        said=_("The wave is closed."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def invite_people(request: StaffRequest, pk: int) -> HttpResponse:
    """Make invitation codes and hand them over as a file, once: nobody can look them up later."""
    found = _wave(pk)
    form = HowManyCodes(request.POST or None)
    if request.method == "POST" and form.is_valid():
        codes = form.attempt(
            lambda: invite(
                wave=found, number=form.cleaned_data["number"], by=actor(request, Permission.KEEP_CAMPAIGNS)
            )
        )
        if codes is not None:
            return _as_file(found, codes)
    context = {"wave": found, "form": form, "back": page_of(found)}
    return render(request, "advocacy/invite.html", context, status=422 if form.errors else 200)


def page_of(wave: SurveyWave) -> str:
    """Where a wave is read."""
    return reverse("advocacy:wave", args=[wave.pk])


def _as_file(wave: SurveyWave, codes: list[str]) -> HttpResponse:
    answer = HttpResponse("\r\n".join(["code", *codes, ""]), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="codes-{wave.slug}.csv"'
    return answer


def _wave(pk: int) -> SurveyWave:
    return get_object_or_404(SurveyWave.objects.select_related("survey__campaign"), pk=pk)


def _act(request: StaffRequest, form_class: Any, wave: SurveyWave, **page: Any) -> HttpResponse:
    """An act on a wave, which leads back to it."""
    return one_act(request, form_class, about=wave, back=page_of(wave), to=page_of, **page)
