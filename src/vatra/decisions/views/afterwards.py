"""After a decision was issued: taking it back, an appeal against it, what came of the appeal."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.page import frame
from vatra.decisions.actions import decide_appeal, lodge_appeal, withdraw_decision
from vatra.decisions.doors import enter_question
from vatra.decisions.forms.afterwards import AppealForm, AppealOutcomeForm, WithdrawDecisionForm
from vatra.decisions.models import Appeal, Decision, Question


@needs(Permission.ISSUE_DECISION)
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take the decision back while nothing was done by it."""
    asked = enter_question(request, Question.objects.filter(decisions=pk), Permission.ISSUE_DECISION)
    decision, by = Decision.objects.get(pk=pk), asked.entered.by
    back = reverse("decisions:decision", args=[pk])
    writing = Writing(request)
    form = writing.form(WithdrawDecisionForm, initial={"on": by.today})
    done = writing.send(
        form,
        lambda: withdraw_decision(decision=decision, by=by, **form.cleaned_data),
        to=lambda _withdrawal: back,
        said=_("The decision is withdrawn. It stays to be read."),
    )
    return done or writing.page(
        form,
        title=_("Withdraw decision %(number)s") % {"number": decision.number},
        lead=_("Only a decision by which nothing was done yet can be withdrawn. It stays to be read."),
        button=_("Withdraw the decision"),
        back=back,
        frame=frame(asked.entered),
    )


@needs(Permission.PREPARE_DECISION)
def new_appeal(request: StaffRequest, pk: int) -> HttpResponse:
    """Somebody asks another body to look at the decision."""
    asked = enter_question(request, Question.objects.filter(decisions=pk), Permission.PREPARE_DECISION)
    decision, by = Decision.objects.get(pk=pk), asked.entered.by
    back = reverse("decisions:decision", args=[pk])
    writing = Writing(request)
    form = writing.form(AppealForm, initial={"on": by.today, "helped_by": decision.representation})
    done = writing.send(
        form,
        lambda: lodge_appeal(decision=decision, reasons=form.reasons, by=by, **form.cleaned_data),
        to=lambda _appeal: back,
        said=_("The appeal is written down."),
    )
    return done or writing.page(
        form,
        title=_("Appeal against decision %(number)s") % {"number": decision.number},
        lead=_("The child too may appeal, and is helped with it."),
        button=_("Write down the appeal"),
        back=back,
        frame=frame(asked.entered),
    )


@needs(Permission.PREPARE_DECISION)
def appeal_outcome(request: StaffRequest, pk: int) -> HttpResponse:
    """What came of an appeal."""
    asked = enter_question(
        request, Question.objects.filter(decisions__appeals=pk), Permission.PREPARE_DECISION
    )
    appeal, by = get_object_or_404(Appeal.objects.select_related("decision"), pk=pk), asked.entered.by
    back = reverse("decisions:decision", args=[appeal.decision_id])
    writing = Writing(request)
    form = writing.form(AppealOutcomeForm, initial={"on": by.today})
    done = writing.send(
        form,
        lambda: decide_appeal(appeal=appeal, by=by, **form.decided()),
        to=lambda _appeal: back,
        said=_("What came of the appeal is written down."),
    )
    return done or writing.page(
        form,
        title=_("What came of the appeal against decision %(number)s?") % {"number": appeal.decision.number},
        lead=_("If the decision was changed or overturned, it has to be made anew."),
        button=_("Write down what came of it"),
        back=back,
        frame=frame(asked.entered),
    )
