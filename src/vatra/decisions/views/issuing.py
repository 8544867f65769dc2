"""Issuing a decision, and reading it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
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
    today, by = asked.entered.by.today, asked.entered.by
    options = list(asked.question.options.prefetch_related("weighings").order_by("pk"))
    dates = {"effective_on": today, "review_on": add_months(today, MONTHS_UNTIL_LOOKED_AT_AGAIN)}
    writing = Writing(request)
    form = writing.form(IssueForm, children=children_of(asked.question), options=options, initial=dates)
    done = writing.send(
        form,
        lambda: issue(question=asked.question, overrides=form.reasons, by=by, **form.decided()),
        to=lambda decision: reverse("decisions:decision", args=[decision.pk]),
        said=_("The decision is issued."),
    )
    return done or writing.page(
        form,
        template="decisions/issue.html",
        title=_("Issue the decision"),
        lead=_(
            "Once issued, the decision and everything it rests on stay as they are. A later decision can supersede it."
        ),
        button=_("Issue the decision"),
        back=reverse("decisions:question", args=[pk]),
        table=side_by_side(options),
        frame=frame(asked.entered),
    )


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
