"""Issuing a decision, and issuing one that takes the place of another."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.page import frame
from vatra.decisions.actions import issue
from vatra.decisions.doors import Asked, enter_question
from vatra.decisions.forms.issuing import IssueForm, SupersedeForm
from vatra.decisions.models import Decision, Option, Question
from vatra.decisions.on_record import OnRecord, record_of, with_record
from vatra.decisions.weighing.sources import named_sources
from vatra.decisions.weighing.table import side_by_side, sources_in
from vatra.kernel.calendar_months import add_months
from vatra.kernel.links import SideBySide

MONTHS_UNTIL_LOOKED_AT_AGAIN = 3


@needs(Permission.ISSUE_DECISION)
def issue_decision(request: StaffRequest, pk: int) -> HttpResponse:
    """Decide for each child, with reasons; from then on nothing it rests on changes."""
    questions = with_record(Question.objects.filter(pk=pk))
    asked = enter_question(request, questions, Permission.ISSUE_DECISION)
    written = record_of(asked.question)
    writing = Writing(request)
    form = writing.form(IssueForm, **_to_decide(asked, written))
    done = writing.send(
        form,
        lambda: issue(question=asked.question, by=asked.entered.by, **form.decided()),
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
        table=_table(asked, written.options),
        frame=frame(asked.entered),
    )


@needs(Permission.ISSUE_DECISION)
def supersede(request: StaffRequest, pk: int) -> HttpResponse:
    """Decide the same question anew, with new reasons; the decision before stays to be read."""
    questions = with_record(Question.objects.filter(decisions=pk))
    asked = enter_question(request, questions, Permission.ISSUE_DECISION)
    before = Decision.objects.get(pk=pk)
    written = record_of(asked.question)
    writing = Writing(request)
    form = writing.form(SupersedeForm, **_to_decide(asked, written))
    done = writing.send(
        form,
        lambda: issue(question=asked.question, supersedes=before, by=asked.entered.by, **form.decided()),
        to=lambda decision: reverse("decisions:decision", args=[decision.pk]),
        said=_("The new decision is issued. It takes the place of the one before."),
    )
    number = {"number": before.number}
    return done or writing.page(
        form,
        template="decisions/issue.html",
        title=_("Decide anew in place of decision %(number)s") % number,
        lead=_(
            "The options and views stay as they were weighed. If something new has to be weighed, ask a new question."
        ),
        button=_("Issue the new decision"),
        back=reverse("decisions:decision", args=[pk]),
        table=_table(asked, written.options),
        frame=frame(asked.entered),
    )


def _to_decide(asked: Asked, written: OnRecord) -> dict[str, Any]:
    """What the form decides about; it takes effect today and is looked at again after three months."""
    today = asked.entered.by.today
    review_on = add_months(today, MONTHS_UNTIL_LOOKED_AT_AGAIN)
    return {
        "children": written.children,
        "options": written.options,
        "initial": {"effective_on": today, "review_on": review_on},
    }


def _table(asked: Asked, options: Sequence[Option]) -> SideBySide:
    files = [entered.file.pk for entered in asked.files]
    return side_by_side(asked.question.kind, options, sources=named_sources(sources_in(options), files))
