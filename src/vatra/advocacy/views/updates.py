"""Writing what happened to an ask, how it is rated, and the second person's answer."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.forms.about import ActAbout
from vatra.advocacy.forms.asks import (
    ApproveUpdateForm,
    CorrectUpdateForm,
    RefuseUpdateForm,
    UpdateForm,
    WithdrawAskForm,
)
from vatra.advocacy.forms.ratings import (
    ApproveContributionForm,
    ContributionForm,
    ProgressForm,
    QualityForm,
    RefuseContributionForm,
)
from vatra.advocacy.models import AskUpdate, ContributionRating, PolicyAsk
from vatra.advocacy.page import one_act, show

# Who answers the oldest sees what comes after them.
MOST_WAITING = 50
APPROVED = _("You have approved it: it counts from now on.")
REFUSED = _("You have refused it, and whoever wrote it can read why.")
WAITS = _("It is written down, and counts once somebody else has approved it.")


@needs(Permission.SEE_CAMPAIGNS)
def to_approve(request: StaffRequest) -> HttpResponse:
    """What waits for a second person, the oldest first."""
    updates = AskUpdate.objects.to_answer().select_related("ask", "author")
    claims = _claims().filter(approved_at=None, refused_at=None)
    context = {
        "updates": updates.order_by("recorded_at", "pk")[:MOST_WAITING],
        "claims": claims.order_by("recorded_at", "pk")[:MOST_WAITING],
    }
    return show(request, "advocacy/to_approve.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def write_update(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that an ask came to a stage."""
    ask = _ask(pk)
    return one_act(
        request,
        UpdateForm,
        about=ask,
        title=_("Write down what happened"),
        lead=str(ask),
        button=_("Write down the update"),
        back=_page_of(pk),
        said=WAITS,
    )


@needs(Permission.KEEP_CAMPAIGNS)
def withdraw_ask(request: StaffRequest, pk: int) -> HttpResponse:
    """Say from which day we no longer ask for this."""
    ask = _ask(pk)
    return one_act(
        request,
        WithdrawAskForm,
        about=ask,
        title=_("Withdraw the ask"),
        lead=_("It stays where it is read, as withdrawn. A later update takes it up again."),
        button=_("Withdraw the ask"),
        back=_page_of(pk),
        said=WAITS,
    )


@needs(Permission.KEEP_CAMPAIGNS)
def correct_update(request: StaffRequest, pk: int) -> HttpResponse:
    """Write an approved update anew."""
    update = get_object_or_404(AskUpdate.objects.standing().select_related("ask"), pk=pk)
    return one_act(
        request,
        CorrectUpdateForm,
        about=update,
        title=_("Correct an update"),
        lead=_("Until somebody else approves the correction, what was approved before holds."),
        button=_("Write down the correction"),
        back=_page_of(update.ask_id),
        said=WAITS,
    )


@needs(Permission.APPROVE_CAMPAIGNS)
def approve_update(request: StaffRequest, pk: int) -> HttpResponse:
    """Approve what somebody else wrote."""
    title, button = _("Approve the update"), _("I have read the source, and approve")
    return _answer(request, pk, ApproveUpdateForm, title=title, button=button, said=APPROVED)


@needs(Permission.APPROVE_CAMPAIGNS)
def refuse_update(request: StaffRequest, pk: int) -> HttpResponse:
    """Refuse what somebody else wrote, and say why."""
    title, button = _("Refuse the update"), _("I refuse")
    return _answer(request, pk, RefuseUpdateForm, title=title, button=button, said=REFUSED)


@needs(Permission.KEEP_CAMPAIGNS)
def rate_progress(request: StaffRequest, pk: int) -> HttpResponse:
    """Say how much of what is asked is done."""
    title, button = _("How much of it is done?"), _("Save the rating")
    said = _("The rating is written down.")
    return _rate(request, pk, ProgressForm, title=title, button=button, said=said)


@needs(Permission.KEEP_CAMPAIGNS)
def rate_quality(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what an outside reader says."""
    title, button = _("How well does it answer the ask?"), _("Save the rating")
    lead = _("Somebody from another organisation reads what was done, and gives a grade from 1 to 5.")
    said = _("The rating is written down.")
    return _rate(request, pk, QualityForm, title=title, lead=lead, button=button, said=said)


@needs(Permission.KEEP_CAMPAIGNS)
def rate_contribution(request: StaffRequest, pk: int) -> HttpResponse:
    """Claim what our own work had to do with it."""
    title, button = _("What did our own work have to do with it?"), _("Save the rating")
    template = "advocacy/rate_contribution.html"
    return _rate(request, pk, ContributionForm, title=title, button=button, said=WAITS, template=template)


@needs(Permission.APPROVE_CAMPAIGNS)
def approve_contribution(request: StaffRequest, pk: int) -> HttpResponse:
    """Approve what somebody else claims of our part."""
    title, button = _("Approve the rating of our part"), _("I have read the evidence, and approve")
    return _answer_claim(request, pk, ApproveContributionForm, title=title, button=button, said=APPROVED)


@needs(Permission.APPROVE_CAMPAIGNS)
def refuse_contribution(request: StaffRequest, pk: int) -> HttpResponse:
    """Refuse what somebody else claims of our part, and say why."""
    title, button = _("Refuse the rating of our part"), _("I refuse")
    return _answer_claim(request, pk, RefuseContributionForm, title=title, button=button, said=REFUSED)


def _rate(request: StaffRequest, pk: int, form: Callable[..., ActAbout[Any]], **page: Any) -> HttpResponse:
    return one_act(request, form, about=_ask(pk), back=_page_of(pk), **page)


def _answer(request: StaffRequest, pk: int, form: Callable[..., ActAbout[Any]], **page: Any) -> HttpResponse:
    update = get_object_or_404(AskUpdate.objects.select_related("ask", "author", "supersedes"), pk=pk)
    return one_act(
        request,
        form,
        about=update,
        permission=Permission.APPROVE_CAMPAIGNS,
        template="advocacy/answer_update.html",
        back=_page_of(update.ask_id),
        **page,
    )


def _answer_claim(
    request: StaffRequest, pk: int, form: Callable[..., ActAbout[Any]], **page: Any
) -> HttpResponse:
    rating = get_object_or_404(_claims(), pk=pk)
    return one_act(
        request,
        form,
        about=rating,
        permission=Permission.APPROVE_CAMPAIGNS,
        template="advocacy/answer_contribution.html",
        back=_page_of(rating.ask_id),
        **page,
    )


def _claims() -> QuerySet[ContributionRating]:
    return ContributionRating.objects.select_related("ask", "author").prefetch_related("evidence")


def _ask(pk: int) -> PolicyAsk:
    return get_object_or_404(PolicyAsk, pk=pk)


def _page_of(pk: int) -> str:
    return reverse("advocacy:ask", args=[pk])
