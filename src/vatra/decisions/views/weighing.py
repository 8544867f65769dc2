"""Hearing the child, weighing an option, giving the reason for siblings apart."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.page import frame
from vatra.decisions.actions import justify_separation, record_hearing, record_not_heard, weigh
from vatra.decisions.doors import enter_question
from vatra.decisions.forms.hearing import HearingForm, as_held
from vatra.decisions.forms.weighing import SeparationForm, WeighForm
from vatra.decisions.models import Question, QuestionChild
from vatra.decisions.queries import pairs_of_siblings
from vatra.kernel.ledger import Actor


@needs(Permission.PREPARE_DECISION)
def hearing(request: StaffRequest, pk: int) -> HttpResponse:
    """The child's own view, in the child's own words."""
    asked = enter_question(request, Question.objects.filter(children=pk), Permission.PREPARE_DECISION)
    child = get_object_or_404(asked.question.children.select_related("file__child"), pk=pk)
    writing = Writing(request)
    form = writing.form(HearingForm, initial=as_held(child))
    back = reverse("decisions:question", args=[asked.question.pk])
    done = writing.send(
        form,
        lambda: _keep_view(child, form, asked.entered.by),
        to=lambda _child: back,
        said=_("What the child says is part of the decision."),
    )
    return done or writing.page(
        form,
        title=_("What does %(child)s say?") % {"child": child.file.child.name},
        lead=_("Every child has a view, also the youngest: a baby shows with whom it is calm."),
        button=_("Keep the child's view"),
        back=back,
        frame=frame(asked.entered),
    )


def _keep_view(child: QuestionChild, form: HearingForm, by: Actor) -> QuestionChild:
    given = form.cleaned_data
    if given["heard"] == "no":
        return record_not_heard(child=child, reason=given["reason"], by=by)
    wanted = {name: given[name] for name in ("how", "on", "language", "words", "taken_up")}
    return record_hearing(child=child, by=by, **wanted)


@needs(Permission.PREPARE_DECISION)
def weighing(request: StaffRequest, pk: int) -> HttpResponse:
    """One option on every factor."""
    asked = enter_question(request, Question.objects.filter(options=pk), Permission.PREPARE_DECISION)
    option = get_object_or_404(asked.question.options.prefetch_related("weighings"), pk=pk)
    writing = Writing(request)
    form = writing.form(WeighForm, option=option)
    back = reverse("decisions:question", args=[asked.question.pk])
    done = writing.send(
        form,
        lambda: [
            weigh(option=option, factor=factor, leaning=leaning, sentence=sentence, by=asked.entered.by)
            for factor, leaning, sentence in form.changed()
        ],
        to=lambda _weighings: back,
        said=_("The option is weighed as written."),
    )
    return done or writing.page(
        form,
        title=_("Weigh: %(option)s") % {"option": option.in_words},
        lead=_("The same factors for every option. Say “not known” where it is so; that is an answer too."),
        button=_("Keep the weighing"),
        back=back,
        frame=frame(asked.entered),
    )


@needs(Permission.PREPARE_DECISION)
def separation(request: StaffRequest, pk: int) -> HttpResponse:
    """The reason why two siblings would live apart."""
    asked = enter_question(request, Question.objects.filter(pk=pk), Permission.PREPARE_DECISION)
    pairs = pairs_of_siblings(asked.question)
    back = reverse("decisions:question", args=[pk])
    if not pairs:
        return render(request, "decisions/no_siblings.html", {"frame": frame(asked.entered), "back": back})
    writing = Writing(request)
    form = writing.form(SeparationForm, pairs=pairs)
    done = writing.send(
        form,
        lambda: justify_separation(
            question=asked.question, by=asked.entered.by, **form.reason_for_the_pair()
        ),
        to=lambda _separation: back,
        said=_("The reason for these two is written down."),
    )
    return done or writing.page(
        form,
        title=_("Why would these two live apart?"),
        lead=_("Brothers and sisters stay together unless this pair has a reason of its own."),
        button=_("Write down the reason"),
        back=back,
        frame=frame(asked.entered),
    )
