"""Series of months: their figures, corrections, and what a service saw after an action."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.drawing.series import drawn
from vatra.advocacy.evaluation.before_after import ServiceEffect, service_effect
from vatra.advocacy.forms.series import AfterAction, CorrectionForm, FiguresForm, SeriesForm
from vatra.advocacy.models import Campaign, OutcomeSeries, SeriesPoint
from vatra.advocacy.page import one_act
from vatra.advocacy.views.known import known_of


@needs(Permission.SEE_CAMPAIGNS)
def series(request: StaffRequest, pk: int) -> HttpResponse:
    """The figures month by month, and what came after an action where one was chosen."""
    found = get_object_or_404(OutcomeSeries.objects.select_related("campaign"), pk=pk)
    points = list(found.points.standing().select_related("instead_of"))
    asked = AfterAction(request.GET or None, about=found)
    context = {
        "series": found,
        "points": points,
        "drawing": drawn([[point.month_on, float(point.value)] for point in points]),
        "asked": asked,
        "effect": _after(asked, points),
        "action": asked.cleaned_data["action"] if asked.is_valid() else None,
        "back": known_of(found.campaign),
    }
    return render(request, "advocacy/series.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def begin_series(request: StaffRequest, pk: int) -> HttpResponse:
    """Begin a series for a campaign."""
    campaign = get_object_or_404(Campaign, pk=pk)
    return one_act(
        request,
        SeriesForm,
        about=campaign,
        title=_("Begin a series"),
        lead=_("What a service counts month by month, and the campaign may move."),
        button=_("Save"),
        back=known_of(campaign),
        said=_("The series is begun. Enter its figures."),
        to=page_of,
    )


@needs(Permission.KEEP_CAMPAIGNS)
def enter_figures(request: StaffRequest, pk: int) -> HttpResponse:
    """Enter the figures of months."""
    found = get_object_or_404(OutcomeSeries, pk=pk)
    return one_act(
        request,
        FiguresForm,
        about=found,
        title=_("Enter figures"),
        button=_("Save"),
        back=page_of(found),
        said=_("The figures are entered."),
        to=page_of,
    )


@needs(Permission.KEEP_CAMPAIGNS)
def correct_figure(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct the figure of a month; the wrong one is kept."""
    point = get_object_or_404(SeriesPoint.objects.select_related("series"), pk=pk)
    return one_act(
        request,
        CorrectionForm,
        about=point,
        title=_("Correct a figure"),
        lead=_("The figure that was wrong is kept beside the correction."),
        button=_("Save the correction"),
        back=page_of(point.series),
        said=_("The correction is written down."),
        to=lambda correction: page_of(correction.series),
    )


def page_of(series: OutcomeSeries) -> str:
    """Where a series is read."""
    return reverse("advocacy:series", args=[series.pk])


def _after(asked: AfterAction, points: list[SeriesPoint]) -> ServiceEffect | None:
    if not asked.is_valid():
        return None
    values = {point.month_on: float(point.value) for point in points}
    given = asked.cleaned_data
    return service_effect(values, action_on=given["action"].first_day, months=given["months"])
