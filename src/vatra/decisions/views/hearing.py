"""Before the decision: the child is prepared, heard, may draw, and its view is given its weight."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.page import frame
from vatra.decisions.actions import (
    keep_drawing,
    prepare_hearing,
    record_hearing,
    record_not_heard,
    weigh_view,
)
from vatra.decisions.doors import Asked, enter_question, read_question
from vatra.decisions.forms.hearing import (
    DrawingForm,
    HearingForm,
    PrepareForm,
    WeightForm,
    as_held,
    hint_about,
)
from vatra.decisions.models import Drawing, Question, QuestionChild
from vatra.kernel.ledger import Actor


def _enter(request: StaffRequest, pk: int) -> tuple[Asked, QuestionChild]:
    asked = enter_question(request, Question.objects.filter(children=pk), Permission.PREPARE_DECISION)
    children = asked.question.children.select_related("question", "file__child")
    return asked, get_object_or_404(children, pk=pk)


def _around(asked: Asked) -> dict[str, Any]:
    """What every page about a child of the question stands in."""
    back = reverse("decisions:question", args=[asked.question.pk]) + "#views"
    return {"back": back, "frame": frame(asked.entered)}


@needs(Permission.PREPARE_DECISION)
def prepare(request: StaffRequest, pk: int) -> HttpResponse:
    """What the child knows before being asked, and whom it wants there."""
    asked, child = _enter(request, pk)
    by, around = asked.entered.by, _around(asked)
    writing = Writing(request)
    held = {"on": child.prepared_on, "explained": child.explained, "wants_there": child.wants_there}
    form = writing.form(PrepareForm, initial=held)
    done = writing.send(
        form,
        lambda: prepare_hearing(child=child, by=by, **form.cleaned_data),
        to=lambda _child: around["back"],
        said=_("It is written down how the child was prepared."),
    )
    return done or writing.page(
        form,
        title=_("Prepare %(child)s") % {"child": child.file.child.name},
        lead=hint_about(child, on=by.today),
        button=_("Write down"),
        **around,
    )


@needs(Permission.PREPARE_DECISION)
def hearing(request: StaffRequest, pk: int) -> HttpResponse:
    """The child's own view, in the child's own words."""
    asked, child = _enter(request, pk)
    by, around = asked.entered.by, _around(asked)
    writing = Writing(request)
    form = writing.form(HearingForm, initial=as_held(child, on=by.today), hint=hint_about(child, on=by.today))
    done = writing.send(
        form,
        lambda: _keep_view(child, form, by),
        to=lambda _child: around["back"],
        said=_("What the child says is part of the decision."),
    )
    return done or writing.page(
        form,
        title=_("What does %(child)s say?") % {"child": child.file.child.name},
        lead=_("Every child has a view, also the youngest: a baby shows with whom it is calm."),
        button=_("Keep the child's view"),
        **around,
    )


def _keep_view(child: QuestionChild, form: HearingForm, by: Actor) -> QuestionChild:
    if form.cleaned_data["heard"] == "no":
        return record_not_heard(child=child, reason=form.cleaned_data["reason"], by=by)
    return record_hearing(child=child, by=by, **form.told)


@needs(Permission.PREPARE_DECISION)
def weight(request: StaffRequest, pk: int) -> HttpResponse:
    """What of the child's view is taken up, what is not, and why."""
    asked, child = _enter(request, pk)
    around = _around(asked)
    writing = Writing(request)
    form = writing.form(WeightForm, initial={"taken_up": child.taken_up})
    done = writing.send(
        form,
        lambda: weigh_view(child=child, by=asked.entered.by, **form.cleaned_data),
        to=lambda _child: around["back"],
        said=_("It is written down what becomes of the child's view."),
    )
    return done or writing.page(
        form,
        template="decisions/weight.html",
        title=_("Give the view of %(child)s its weight") % {"child": child.file.child.name},
        child=child,
        button=_("Write down"),
        **around,
    )


@needs(Permission.PREPARE_DECISION)
def new_drawing(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep what the child drew."""
    asked, child = _enter(request, pk)
    around = _around(asked)
    writing = Writing(request)
    form = writing.form(DrawingForm, files=request.FILES if writing.is_sent else None)
    done = writing.send(
        form,
        lambda: keep_drawing(
            child=child,
            picture=form.cleaned_data["picture"].read(),
            says=form.cleaned_data["says"],
            by=asked.entered.by,
        ),
        to=lambda _drawing: around["back"],
        said=_("The drawing is kept with what the child says."),
    )
    return done or writing.page(
        form,
        title=_("A drawing of %(child)s") % {"child": child.file.child.name},
        lead=_("Ask the child first whether you may keep it. The drawing itself belongs to the child."),
        button=_("Keep the drawing"),
        **around,
    )


@needs(Permission.READ_FILE)
def drawing(request: StaffRequest, pk: int) -> HttpResponse:
    """The picture itself, for those who may read the file; the browser neither keeps it nor takes it for a page."""
    read_question(request, Question.objects.filter(children__drawings=pk), page="drawing")
    kept = Drawing.objects.get(pk=pk)
    return HttpResponse(
        bytes(kept.picture),
        content_type=kept.media_type,
        headers={
            "Cache-Control": "no-store, private",
            "Content-Disposition": "inline",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
        },
    )
