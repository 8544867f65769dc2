"""The workspace where a question is answered, and taking a question back."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.page import frame
from vatra.decisions.actions import withdraw
from vatra.decisions.doors import enter_question, read_question
from vatra.decisions.forms.asking import WithdrawQuestionForm
from vatra.decisions.models import Question
from vatra.decisions.workspace.page import workspace_of


@needs(Permission.READ_FILE)
def question(request: StaffRequest, pk: int) -> HttpResponse:
    """What each child says, options side by side, who took part, what is missing."""
    asked = read_question(request, Question.objects.filter(pk=pk), page="question")
    return render(request, "decisions/question.html", {"frame": frame(asked.entered), **workspace_of(asked)})


@needs(Permission.PREPARE_DECISION)
def withdraw_question(request: StaffRequest, pk: int) -> HttpResponse:
    """The question needs no answer any more; what was written for it stays to be read."""
    asked = enter_question(request, Question.objects.filter(pk=pk), Permission.PREPARE_DECISION)
    back = reverse("decisions:question", args=[pk])
    by, writing = asked.entered.by, Writing(request)
    form = writing.form(WithdrawQuestionForm)
    done = writing.send(
        form,
        lambda: withdraw(question=asked.question, on=by.today, by=by, **form.cleaned_data),
        to=lambda _question: back,
        said=_("The question is withdrawn."),
    )
    return done or writing.page(
        form,
        title=_("Withdraw the question"),
        lead=_("What was written for it stays to be read. If it comes up again, it is asked anew."),
        button=_("Withdraw the question"),
        back=back,
        frame=frame(asked.entered),
    )
