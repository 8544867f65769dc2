"""Writing about the phases, partners, people and goals of a campaign."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.forms.campaign_parts import (
    CorrectReadingForm,
    GoalForm,
    JoinForm,
    LeaveForm,
    PartnerForm,
    PhaseForm,
    ReadingForm,
)
from vatra.advocacy.models import Campaign, CampaignGoal, CampaignWorker, GoalReading
from vatra.advocacy.page import one_act


@needs(Permission.KEEP_CAMPAIGNS)
def add_phase(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a part of a campaign's days a name."""
    return one_act(
        request,
        PhaseForm,
        about=get_object_or_404(Campaign, pk=pk),
        title=_("Add a phase"),
        button=_("Add the phase"),
        back=_page_of(pk),
        said=_("The phase is added."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def name_partner(request: StaffRequest, pk: int) -> HttpResponse:
    """Name another organisation that carries a campaign."""
    return one_act(
        request,
        PartnerForm,
        about=get_object_or_404(Campaign, pk=pk),
        title=_("Name a partner"),
        button=_("Name the partner"),
        back=_page_of(pk),
        said=_("The partner is named."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def join_campaign(request: StaffRequest, pk: int) -> HttpResponse:
    """Say who works on a campaign, and on what."""
    return one_act(
        request,
        JoinForm,
        about=get_object_or_404(Campaign, pk=pk),
        title=_("Add somebody who works on the campaign"),
        button=_("Add this person"),
        back=_page_of(pk),
        said=_("It is written down who works on the campaign."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def leave_campaign(request: StaffRequest, pk: int) -> HttpResponse:
    """Say until when somebody works on a campaign."""
    worker = get_object_or_404(CampaignWorker.objects.select_related("campaign", "user"), pk=pk)
    return one_act(
        request,
        LeaveForm,
        about=worker,
        title=_("Last day on the campaign"),
        lead=worker.user.full_name,
        button=_("Save the day"),
        back=_page_of(worker.campaign_id),
        said=_("It is written down until when."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def set_goal(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what a campaign wants to reach by a day."""
    return one_act(
        request,
        GoalForm,
        about=get_object_or_404(Campaign, pk=pk),
        title=_("Set a goal"),
        button=_("Set the goal"),
        back=_page_of(pk),
        said=_("The goal is set."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def read_goal(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down a value that was measured."""
    goal = get_object_or_404(CampaignGoal.objects.select_related("campaign"), pk=pk)
    return one_act(
        request,
        ReadingForm,
        about=goal,
        title=_("Write down what was measured"),
        lead=str(goal),
        button=_("Save the value"),
        back=_page_of(goal.campaign_id),
        said=_("The value is written down."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def correct_reading(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a measured value anew."""
    reading = get_object_or_404(GoalReading.objects.standing().select_related("goal__campaign"), pk=pk)
    return one_act(
        request,
        CorrectReadingForm,
        about=reading,
        title=_("Correct what was measured"),
        lead=str(reading.goal),
        button=_("Save the correction"),
        back=_page_of(reading.goal.campaign_id),
        said=_("It is corrected. What was written before stays in the record."),
    )


def _page_of(pk: int) -> str:
    return reverse("advocacy:campaign", args=[pk])
