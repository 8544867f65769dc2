"""Pages for everybody, as staff write and release them."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.forms.confirming import ReleaseForm
from vatra.advocacy.forms.results import EvaluationPageForm, RewordPageForm, WavePageForm
from vatra.advocacy.models import EvaluationResult, ResultPage, SurveyWave
from vatra.advocacy.page import one_act
from vatra.advocacy.shown import page_shown
from vatra.advocacy.views.known import known_of
from vatra.advocacy.views.waves import page_of as page_of_wave


@needs(Permission.SEE_CAMPAIGNS)
def result_page(request: StaffRequest, pk: int) -> HttpResponse:
    """The page as everybody will read it, and whether it is released."""
    found = _page(pk)
    context = {"page": found, "shown": page_shown(found), "back": known_of(found.campaign)}
    return render(request, "advocacy/result_page.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def write_wave_page(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a page about a closed wave."""
    wave = get_object_or_404(SurveyWave.objects.select_related("survey__campaign"), pk=pk)
    return one_act(
        request,
        WavePageForm,
        about=wave,
        title=_("Write the page about this wave"),
        lead=_(
            "Its figures are those of this moment. Nobody outside reads it before somebody else releases it."
        ),
        button=_("Save the page"),
        back=page_of_wave(wave),
        said=_("The page is written. Somebody else has to release it."),
        to=page_of,
    )


@needs(Permission.KEEP_CAMPAIGNS)
def write_evaluation_page(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a page about an evaluation."""
    result = get_object_or_404(EvaluationResult.objects.select_related("plan__campaign"), pk=pk)
    return one_act(
        request,
        EvaluationPageForm,
        about=result,
        title=_("Write the page about this evaluation"),
        lead=_("Tell it whatever came of it: a campaign that only publishes what worked is not believed."),
        button=_("Save the page"),
        back=reverse("advocacy:evaluation_result", args=[pk]),
        said=_("The page is written. Somebody else has to release it."),
        to=page_of,
    )


@needs(Permission.KEEP_CAMPAIGNS)
def reword_page(request: StaffRequest, pk: int) -> HttpResponse:
    """Write other words for a page nobody outside has read yet."""
    found = _page(pk)
    return one_act(
        request,
        RewordPageForm,
        about=found,
        title=_("Write it in other words"),
        button=_("Save the page"),
        back=page_of(found),
        said=_("The page is written. Somebody else has to release it."),
        to=page_of,
    )


@needs(Permission.APPROVE_CAMPAIGNS)
def release_page(request: StaffRequest, pk: int) -> HttpResponse:
    """Let everybody read a page that somebody else wrote."""
    found = _page(pk)
    return one_act(
        request,
        ReleaseForm,
        about=found,
        permission=Permission.APPROVE_CAMPAIGNS,
        title=_("Release the page"),
        lead=_("You answer for it that it is true and points at nobody. After this it cannot be changed."),
        button=_("Release it"),
        back=page_of(found),
        said=_("Everybody may read the page now."),
        to=page_of,
    )


def page_of(page: ResultPage) -> str:
    """Where staff read a page."""
    return reverse("advocacy:result_page", args=[page.pk])


def _page(pk: int) -> ResultPage:
    pages = ResultPage.objects.select_related("campaign", "written_by", "released_by")
    return get_object_or_404(pages, pk=pk)
