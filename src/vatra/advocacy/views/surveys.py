"""A survey and its questions."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.forms.surveys import ItemForm, RewordForm, SurveyForm
from vatra.advocacy.models import Campaign, Survey, SurveyItem
from vatra.advocacy.page import one_act
from vatra.advocacy.views.known import known_of


@needs(Permission.SEE_CAMPAIGNS)
def survey(request: StaffRequest, pk: int) -> HttpResponse:
    """The questions in their order, in all their versions, and the waves."""
    found = get_object_or_404(Survey.objects.select_related("campaign"), pk=pk)
    context = {
        "survey": found,
        "items": found.items.prefetch_related("versions").order_by("position"),
        "waves": found.waves.order_by("first_day", "pk"),
    }
    return render(request, "advocacy/survey.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def write_survey(request: StaffRequest, pk: int) -> HttpResponse:
    """Begin a survey for a campaign."""
    campaign = get_object_or_404(Campaign, pk=pk)
    return one_act(
        request,
        SurveyForm,
        about=campaign,
        title=_("Begin a survey"),
        button=_("Save"),
        back=known_of(campaign),
        said=_("The survey is begun. Write its questions."),
        to=page_of,
    )


@needs(Permission.KEEP_CAMPAIGNS)
def write_item(request: StaffRequest, pk: int) -> HttpResponse:
    """Add a question."""
    found = get_object_or_404(Survey, pk=pk)
    return one_act(
        request,
        ItemForm,
        about=found,
        title=_("Add a question"),
        lead=_("It will stand after the others: the order never changes, because it changes answers."),
        button=_("Add the question"),
        back=page_of(found),
        said=_("The question is added."),
        to=lambda version: page_of(version.item.survey),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def reword_item(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a question in other words."""
    item = get_object_or_404(SurveyItem.objects.select_related("survey"), pk=pk)
    return one_act(
        request,
        RewordForm,
        about=item,
        title=_("Ask in other words"),
        lead=_("This becomes another version. Answers to different words are never compared."),
        button=_("Save the new version"),
        back=page_of(item.survey),
        said=_("The new version is written down."),
        to=lambda version: page_of(version.item.survey),
    )


def page_of(survey: Survey) -> str:
    """Where a survey is read."""
    return reverse("advocacy:survey", args=[survey.pk])
