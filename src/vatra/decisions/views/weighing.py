"""Weighing an option on every factor."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.page import frame
from vatra.decisions.actions import weigh_option
from vatra.decisions.doors import enter_question
from vatra.decisions.forms.weighing import WeighForm
from vatra.decisions.models import Question
from vatra.decisions.weighing.sources import latest_sources


@needs(Permission.PREPARE_DECISION)
def weighing(request: StaffRequest, pk: int) -> HttpResponse:
    """One option on every factor; where somebody else wrote meanwhile, both texts stand side by side."""
    asked = enter_question(request, Question.objects.filter(options=pk), Permission.PREPARE_DECISION)
    option = get_object_or_404(
        asked.question.options.select_related("question").prefetch_related("weighings"), pk=pk
    )
    sources = latest_sources(entered.file.pk for entered in asked.files)
    back = reverse("decisions:question", args=[asked.question.pk])
    writing = Writing(request)
    form = writing.form(WeighForm, option=option, sources=sources)
    done = writing.send(
        form,
        lambda: weigh_option(option=option, cells=form.written(), by=asked.entered.by),
        to=lambda _weighings: back,
        said=_("The option is weighed as written."),
    )
    return done or writing.page(
        form,
        template="decisions/weigh.html",
        title=_("Weigh: %(option)s") % {"option": option.in_words},
        lead=_("The same factors for every option. Say “not known” where it is so; that is an answer too."),
        button=_("Keep the weighing"),
        back=back,
        frame=frame(asked.entered),
    )
