"""Hearing the child, weighing an option, giving the reason for siblings apart."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.page import frame
from vatra.decisions.actions import justify_separation, record_hearing, record_not_heard, weigh
from vatra.decisions.doors import Asked, enter_question
from vatra.decisions.forms.hearing import HearingForm
from vatra.decisions.forms.weighing import SeparationForm, WeighForm
from vatra.decisions.models import Question, QuestionChild
from vatra.decisions.queries import children_of
from vatra.people.queries import siblings_of


@needs(Permission.PREPARE_DECISION)
def hearing(request: StaffRequest, pk: int) -> HttpResponse:
    """The child's own view, in the child's own words."""
    asked = enter_question(request, Question.objects.filter(children=pk), Permission.PREPARE_DECISION)
    child = get_object_or_404(asked.question.children.select_related("file__child"), pk=pk)
    form = HearingForm(request.POST or None, initial=_as_held(child))
    if form.is_valid() and form.did(lambda: _keep_view(child, form, asked)):
        messages.success(request, _("What the child says is part of the decision."))
        return redirect("decisions:question", asked.question.pk)
    context = {"form": form, "frame": frame(asked.entered), "question": asked.question, "child": child}
    return render(request, "decisions/hearing.html", context, status=422 if form.errors else 200)


def _as_held(child: QuestionChild) -> dict[str, object]:
    return {
        "heard": "no" if child.not_heard_reason else "yes" if child.heard_how else None,
        "how": child.heard_how,
        "on": child.heard_on,
        "language": child.heard_in or next(iter(child.file.child.languages), ""),
        "words": child.words,
        "taken_up": child.taken_up,
        "reason": child.not_heard_reason,
    }


def _keep_view(child: QuestionChild, form: HearingForm, asked: Asked) -> QuestionChild:
    given = form.cleaned_data
    if given["heard"] == "no":
        return record_not_heard(child=child, reason=given["reason"], by=asked.entered.by)
    wanted = {name: given[name] for name in ("how", "on", "language", "words", "taken_up")}
    return record_hearing(child=child, by=asked.entered.by, **wanted)


@needs(Permission.PREPARE_DECISION)
def weighing(request: StaffRequest, pk: int) -> HttpResponse:
    """One option on every factor."""
    asked = enter_question(request, Question.objects.filter(options=pk), Permission.PREPARE_DECISION)
    option = get_object_or_404(asked.question.options.prefetch_related("weighings"), pk=pk)
    form = WeighForm(request.POST or None, option=option)
    if form.is_valid():
        done = form.attempt(
            lambda: [
                weigh(option=option, factor=factor, leaning=leaning, sentence=sentence, by=asked.entered.by)
                for factor, leaning, sentence in form.changed()
            ],
        )
        if done is not None:
            messages.success(request, _("The option is weighed as written."))
            return redirect("decisions:question", asked.question.pk)
    context = {"form": form, "frame": frame(asked.entered), "question": asked.question, "option": option}
    return render(request, "decisions/weigh.html", context, status=422 if form.errors else 200)


@needs(Permission.PREPARE_DECISION)
def separation(request: StaffRequest, pk: int) -> HttpResponse:
    """The reason why two siblings would live apart."""
    asked = enter_question(request, Question.objects.filter(pk=pk), Permission.PREPARE_DECISION)
    children = children_of(asked.question)
    siblings = siblings_of([child.file.child_id for child in children])
    pairs = [(child.file, sibling) for child in children for sibling in siblings.get(child.file.child_id, [])]
    form = SeparationForm(request.POST or None, pairs=pairs)
    if form.is_valid():
        given = dict(form.cleaned_data)
        file, sibling = form.pairs[given.pop("pair")]
        if form.did(
            lambda: justify_separation(
                question=asked.question, file=file, sibling=sibling, by=asked.entered.by, **given
            ),
        ):
            messages.success(request, _("The reason for these two is written down."))
            return redirect("decisions:question", pk)
    context = {"form": form, "frame": frame(asked.entered), "question": asked.question, "pairs": pairs}
    return render(request, "decisions/separation.html", context, status=422 if form.errors else 200)
