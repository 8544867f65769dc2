"""Making a plan, and saying what became of a goal."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import MORE
from vatra.casework.doors import enter
from vatra.casework.file_writing import FileWriting
from vatra.casework.forms.plan import FIRST_GOALS, GoalResultForm, PlanForm
from vatra.casework.models import Goal
from vatra.kernel.rows import rows_in


@needs(Permission.WRITE_FILE)
def new_plan(request: StaffRequest, reference: str) -> HttpResponse:
    """Make a plan; “add another goal” shows the page again with one more row."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    goals = rows_in(writing.kept, "goal", least=FIRST_GOALS) + (MORE in request.POST)
    form = writing.form(PlanForm, file=entered.file, goals=goals)
    return writing.one_act(
        form,
        template="casework/plan.html",
        title=_("Make a plan"),
        button=_("Save the plan"),
        said=_("The plan is in the file."),
    )


@needs(Permission.WRITE_FILE)
def goal(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what became of a goal."""
    found = get_object_or_404(Goal.objects.select_related("plan__file"), pk=pk)
    entered = enter(request, found.plan.file.reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    form = writing.form(GoalResultForm, goal=found)
    return writing.one_act(
        form,
        template="casework/goal.html",
        title=_("What became of this goal?"),
        goal=found,
        button=_("Save"),
        said=_("What became of the goal is in the file."),
    )
