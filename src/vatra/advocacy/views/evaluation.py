"""Plans, and what came of them."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.evaluation.plan import digest_of
from vatra.advocacy.evaluation.words import Comparison
from vatra.advocacy.forms.confirming import EvaluateForm, ExploratoryForm, LockPlanForm
from vatra.advocacy.forms.evaluation import PlacesPlanForm, SeriesPlanForm
from vatra.advocacy.models import Campaign, EvaluationPlan, EvaluationResult
from vatra.advocacy.page import one_act
from vatra.advocacy.shown import evaluation_shown
from vatra.advocacy.telling import everything_of_evaluation
from vatra.advocacy.views.known import known_of
from vatra.people.words import Municipality


@needs(Permission.SEE_CAMPAIGNS)
def plan(request: StaffRequest, pk: int) -> HttpResponse:
    """What will be compared, whether it is fixed, and what came of it."""
    found = _plan(pk)
    context = {
        "plan": found,
        "series": found.series.select_related("series").order_by("-part", "series_id"),
        "with_it": [Municipality(code).label for code in found.with_it],
        "without": [Municipality(code).label for code in found.without],
        "left_out": [(date.fromisoformat(each["month"]), each["why"]) for each in found.left_out],
        "is_as_locked": found.is_locked and digest_of(found) == found.digest,
        "results": found.results.select_related("issued_by").order_by("-issued_at", "-pk"),
        "back": known_of(found.campaign),
    }
    return render(request, "advocacy/plan.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def write_plan(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a plan that looks at series of months."""
    return _new_plan(request, SeriesPlanForm, get_object_or_404(Campaign, pk=pk))


@needs(Permission.KEEP_CAMPAIGNS)
def write_plan_of_places(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a plan that compares municipalities in two waves of a survey."""
    return _new_plan(request, PlacesPlanForm, get_object_or_404(Campaign, pk=pk))


@needs(Permission.KEEP_CAMPAIGNS)
def change_plan(request: StaffRequest, pk: int) -> HttpResponse:
    """Change a plan that is not locked yet."""
    found = _plan(pk)
    return _act(
        request,
        PlacesPlanForm if found.comparison == Comparison.PLACES else SeriesPlanForm,
        found,
        title=_("Change the plan"),
        button=_("Save the plan"),
        said=_("The plan is changed."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def lock_plan(request: StaffRequest, pk: int) -> HttpResponse:
    """Fix a plan before the campaign begins."""
    return _act(
        request,
        LockPlanForm,
        _plan(pk),
        title=_("Lock the plan"),
        lead=_("After this nobody can change it. Its digest shows that the plan came before the data."),
        button=_("Lock the plan"),
        said=_("The plan is locked."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def keep_as_exploratory(request: StaffRequest, pk: int) -> HttpResponse:
    """Fix a plan that was written too late to bind."""
    return _act(
        request,
        ExploratoryForm,
        _plan(pk),
        title=_("Keep the plan as exploratory"),
        lead=_(
            "The campaign has begun: every page about this plan will say that what it finds is a hint, not a test."
        ),
        button=_("Keep it as exploratory"),
        said=_("The plan is kept as exploratory."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def evaluate(request: StaffRequest, pk: int) -> HttpResponse:
    """Compute a locked plan on the data of today."""
    found = _plan(pk)
    return one_act(
        request,
        EvaluateForm,
        about=found,
        title=_("Evaluate"),
        lead=_("The plan is computed on the data as they stand today, and the result is issued with them."),
        button=_("Evaluate now"),
        back=page_of(found),
        said=_("The result is issued."),
        to=lambda result: reverse("advocacy:evaluation_result", args=[result.pk]),
    )


@needs(Permission.SEE_CAMPAIGNS)
def evaluation_result(request: StaffRequest, pk: int) -> HttpResponse:
    """What an evaluation found, in words first."""
    results = EvaluationResult.objects.select_related("plan__campaign", "issued_by")
    found = get_object_or_404(results, pk=pk)
    context = {
        "result": found,
        "plan": found.plan,
        "shown": evaluation_shown(everything_of_evaluation(found)),
        "page": getattr(found, "page", None),
        "back": page_of(found.plan),
    }
    return render(request, "advocacy/evaluation_result.html", context)


def page_of(plan: EvaluationPlan) -> str:
    """Where a plan is read."""
    return reverse("advocacy:plan", args=[plan.pk])


def _new_plan(request: StaffRequest, form_class: Any, campaign: Campaign) -> HttpResponse:
    return one_act(
        request,
        form_class,
        about=campaign,
        title=_("Plan an evaluation"),
        lead=_("Say before the campaign begins what you will look at, so that nobody can choose afterwards."),
        button=_("Save the plan"),
        back=known_of(campaign),
        said=_("The plan is written down. Lock it before the campaign begins."),
        to=page_of,
    )


def _plan(pk: int) -> EvaluationPlan:
    plans = EvaluationPlan.objects.select_related(
        "campaign", "locked_by", "baseline", "endline", "question__item"
    )
    return get_object_or_404(plans, pk=pk)


def _act(request: StaffRequest, form_class: Any, plan: EvaluationPlan, **page: Any) -> HttpResponse:
    """An act on a plan, which leads back to it."""
    return one_act(request, form_class, about=plan, back=page_of(plan), to=page_of, **page)
