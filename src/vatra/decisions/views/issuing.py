"""Issuing a decision, and reading it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.page import frame
from vatra.decisions.actions import issue
from vatra.decisions.doors import enter_question, read_question
from vatra.decisions.forms.issuing import IssueForm
from vatra.decisions.models import Decision, Question
from vatra.decisions.queries import children_of
from vatra.decisions.table import side_by_side
from vatra.kernel.calendar_months import add_months

MONTHS_UNTIL_LOOKED_AT_AGAIN = 3


@needs(Permission.ISSUE_DECISION)
def issue_decision(request: StaffRequest, pk: int) -> HttpResponse:
    """Decide for each child, with reasons; from then on nothing it rests on changes."""
    asked = enter_question(request, Question.objects.filter(pk=pk), Permission.ISSUE_DECISION)
    today = asked.entered.by.today
    children = children_of(asked.question)
    options = list(asked.question.options.prefetch_related("weighings").order_by("pk"))
    initial = {"effective_on": today, "review_on": add_months(today, MONTHS_UNTIL_LOOKED_AT_AGAIN)}
    form = IssueForm(request.POST or None, children=children, options=options, initial=initial)
    if form.is_valid():
        given = form.cleaned_data
        decision = form.attempt(
            lambda: issue(
                question=asked.question,
                chosen=form.chosen,
                legal_basis=given["legal_basis"],
                reasons=given["because"],
                effective_on=given["effective_on"],
                review_on=given["review_on"],
                overrides=form.reasons,
                by=asked.entered.by,
            ),
        )
        if decision:
            messages.success(request, _("The decision %(number)s is issued.") % {"number": decision.number})
            return redirect("decisions:decision", decision.pk)
    context = {
        "form": form,
        "frame": frame(asked.entered),
        "question": asked.question,
        "table": side_by_side(options),
    }
    return render(request, "decisions/issue.html", context, status=422 if form.errors or form.warned else 200)


@needs(Permission.READ_FILE)
def decision(request: StaffRequest, pk: int) -> HttpResponse:
    """The decision as issued, and what has been done since."""
    asked = read_question(request, Question.objects.filter(decisions=pk), page="decision")
    issued = Decision.objects.select_related("issued_by", "supersedes", "superseded_by").get(pk=pk)
    options = list(asked.question.options.prefetch_related("weighings").order_by("pk"))
    outcomes = list(
        issued.outcomes.select_related("file__child", "option", "home")
        .prefetch_related("placements")
        .order_by("pk"),
    )
    decided = {outcome.option_id for outcome in outcomes}
    context = {
        "frame": frame(asked.entered),
        "question": asked.question,
        "decision": issued,
        "outcomes": outcomes,
        "children": children_of(asked.question),
        "table": side_by_side(options, chosen=decided.pop() if len(decided) == 1 else None),
        "participants": asked.question.participants.order_by("pk"),
        "separations": asked.question.separations.select_related("file__child", "sibling").order_by("pk"),
        "went_on": issued.document["went_on_because"],
    }
    return render(request, "decisions/decision.html", context)
