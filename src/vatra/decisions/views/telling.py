"""After the decision: telling the child, saying and confirming why not, closing, and whether the child felt heard."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.page import frame
from vatra.decisions.actions import (
    ask_whether_heard,
    close_question,
    confirm_not_told,
    say_not_told,
    tell_child,
)
from vatra.decisions.doors import Asked, enter_question
from vatra.decisions.forms.telling import ConfirmForm, FeltHeardForm, NotToldForm, TellForm
from vatra.decisions.hearing.hearings import hearing_of
from vatra.decisions.hearing.told_words import words_to_begin_with
from vatra.decisions.models import NotTold, Outcome, Question

PREPARE = Permission.PREPARE_DECISION


def _enter(request: StaffRequest, pk: int, permission: Permission) -> tuple[Asked, Outcome]:
    asked = enter_question(request, Question.objects.filter(decisions__outcomes=pk), permission)
    outcomes = Outcome.objects.select_related("decision", "option", "file__child")
    return asked, get_object_or_404(outcomes, pk=pk)


def _around(asked: Asked) -> dict[str, Any]:
    """What every page about a child of the question stands in."""
    back = reverse("decisions:question", args=[asked.question.pk]) + "#views"
    return {"back": back, "frame": frame(asked.entered)}


@needs(Permission.PREPARE_DECISION)
def tell(request: StaffRequest, pk: int) -> HttpResponse:
    """What was decided, told to the child; begun from what is on record."""
    asked, outcome = _enter(request, pk, PREPARE)
    by, around, child = asked.entered.by, _around(asked), hearing_of(outcome).child
    begun = {
        "on": by.today,
        "language": child.heard_in or next(iter(child.file.child.languages), ""),
        "words": words_to_begin_with(child, outcome),
    }
    writing = Writing(request)
    form = writing.form(TellForm, initial=begun)
    done = writing.send(
        form,
        lambda: tell_child(outcome=outcome, by=by, **form.cleaned_data),
        to=lambda _telling: around["back"],
        said=_("It is written down how the child was told."),
    )
    return done or writing.page(
        form,
        template="decisions/tell.html",
        title=_("Tell %(child)s what was decided") % {"child": outcome.file.child.name},
        lead=_how_to_complain(outcome),
        outcome=outcome,
        button=_("Write down"),
        **around,
    )


def _how_to_complain(outcome: Outcome) -> str:
    """Until when the decision can be appealed, and who helps, as far as the decision says."""
    decision = outcome.decision
    if decision.appeal_until and decision.representation:
        return _("The decision can be appealed until %(day)s; %(who)s represents the child and helps.") % {
            "day": date_format(decision.appeal_until),
            "who": decision.representation,
        }
    if decision.appeal_until:
        return _("The decision can be appealed until %(day)s.") % {"day": date_format(decision.appeal_until)}
    return _("Tell the child what was decided, why, what became of its words, and whom it can turn to.")


@needs(Permission.PREPARE_DECISION)
def not_told(request: StaffRequest, pk: int) -> HttpResponse:
    """Why the child cannot be told; a second person will be asked."""
    asked, outcome = _enter(request, pk, PREPARE)
    around = _around(asked)
    writing = Writing(request)
    form = writing.form(NotToldForm)
    done = writing.send(
        form,
        lambda: say_not_told(outcome=outcome, by=asked.entered.by, **form.cleaned_data),
        to=lambda _said: around["back"],
        said=_("The reason is written down. A supervisor is asked to confirm it."),
    )
    return done or writing.page(
        form,
        title=_("%(child)s cannot be told") % {"child": outcome.file.child.name},
        lead=_("Every child is told what was decided about it. Only what makes that impossible counts here."),
        button=_("Write down"),
        **around,
    )


@needs(Permission.ISSUE_DECISION)
def confirm(request: StaffRequest, pk: int) -> HttpResponse:
    """A second person reads the reason, and confirms it or leaves it."""
    said = get_object_or_404(NotTold.objects.select_related("said_by", "outcome"), pk=pk)
    asked, outcome = _enter(request, said.outcome_id, Permission.ISSUE_DECISION)
    around = _around(asked)
    writing = Writing(request)
    form = writing.form(ConfirmForm)
    done = writing.send(
        form,
        lambda: confirm_not_told(not_told=said, by=asked.entered.by),
        to=lambda _said: around["back"],
        said=_("You have confirmed that the child could not be told."),
    )
    return done or writing.page(
        form,
        template="decisions/confirm_not_told.html",
        title=_("Was it right not to tell %(child)s?") % {"child": outcome.file.child.name},
        not_told=said,
        button=_("Confirm that the child cannot be told"),
        **around,
    )


@needs(Permission.PREPARE_DECISION)
def close(request: StaffRequest, pk: int) -> HttpResponse:
    """Be done with the question."""
    asked = enter_question(request, Question.objects.filter(pk=pk), PREPARE)
    around = _around(asked)
    writing = Writing(request)
    form = writing.form(ConfirmForm)
    done = writing.send(
        form,
        lambda: close_question(question=asked.question, by=asked.entered.by),
        to=lambda _closing: around["back"],
        said=_("The question is closed."),
    )
    return done or writing.page(
        form,
        title=_("Close this question"),
        lead=_("It is decided, and every child was told or two people have said why not. Nothing is lost."),
        button=_("Close the question"),
        **around,
    )


@needs(Permission.PREPARE_DECISION)
def felt_heard(request: StaffRequest, pk: int) -> HttpResponse:
    """Whether the child felt heard, asked by somebody else."""
    asked = enter_question(request, Question.objects.filter(children=pk), PREPARE)
    children = asked.question.children.select_related("question", "file__child")
    child, around = get_object_or_404(children, pk=pk), _around(asked)
    writing = Writing(request)
    form = writing.form(FeltHeardForm, initial={"on": asked.entered.by.today})
    done = writing.send(
        form,
        lambda: ask_whether_heard(child=child, by=asked.entered.by, **form.cleaned_data),
        to=lambda _felt: around["back"],
        said=_("The child's answer is written down."),
    )
    return done or writing.page(
        form,
        title=_("Did %(child)s feel heard?") % {"child": child.file.child.name},
        lead=_("Ask this if you neither heard nor told the child. Not to answer is an answer too."),
        button=_("Write down"),
        **around,
    )
