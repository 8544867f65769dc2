"""Answers written down by interviewers or taken over from a file, and what a wave says."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.advocacy.forms.answering import InterviewAnswers
from vatra.advocacy.forms.results import earlier_waves
from vatra.advocacy.forms.taking_over import AnswersFile
from vatra.advocacy.models import SurveyImport, SurveyWave
from vatra.advocacy.page import one_act
from vatra.advocacy.shown import wave_shown
from vatra.advocacy.telling import figures_of_wave
from vatra.advocacy.views.waves import page_of
from vatra.kernel.keyset import number_in

ROWS = 50


@needs(Permission.KEEP_CAMPAIGNS)
def take_down_answers(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what somebody answered; the page opens again for the next one."""
    wave = get_object_or_404(SurveyWave.objects.select_related("survey"), pk=pk)
    return one_act(
        request,
        InterviewAnswers,
        about=wave,
        title=_("Write down answers"),
        lead=str(wave.survey.introduction),
        button=_("Save and go on to the next person"),
        back=page_of(wave),
        said=_("The answers are kept."),
        to=lambda _somebody: request.path,
    )


@needs(Permission.KEEP_CAMPAIGNS)
def take_over_answers(request: StaffRequest, pk: int) -> HttpResponse:
    """Take over a file of answers."""
    wave = get_object_or_404(SurveyWave, pk=pk)
    form = AnswersFile(request.POST or None, request.FILES or None, about=wave)
    if request.method == "POST" and form.is_valid():
        by = actor(request, Permission.KEEP_CAMPAIGNS)
        taken = form.attempt(lambda: form.write(by=by))
        if taken is not None:
            messages.success(request, _("The file is taken over."))
            return redirect("advocacy:survey_import", taken.pk)
    context = {"wave": wave, "form": form, "back": page_of(wave)}
    return render(request, "advocacy/take_over.html", context, status=422 if form.errors else 200)


@needs(Permission.SEE_CAMPAIGNS)
def survey_import(request: StaffRequest, pk: int) -> HttpResponse:
    """One file that was taken over: how many rows were used, and why others were not."""
    taken = get_object_or_404(SurveyImport.objects.select_related("wave"), pk=pk)
    after = number_in(request.GET.get("after", "")) or 0
    rows = list(taken.set_aside.filter(line__gt=after).order_by("line")[: ROWS + 1])
    context = {
        "taken": taken,
        "set_aside": taken.set_aside.count(),
        "rows": rows[:ROWS],
        "next": f"?after={rows[ROWS - 1].line}" if len(rows) > ROWS else "",
        "back": page_of(taken.wave),
    }
    return render(request, "advocacy/survey_import.html", context)


@needs(Permission.SEE_CAMPAIGNS)
def wave_results(request: StaffRequest, pk: int) -> HttpResponse:
    """What a wave says, with its intervals, and what changed since an earlier one."""
    wave = get_object_or_404(SurveyWave.objects.select_related("survey"), pk=pk)
    earlier = earlier_waves(wave)
    against = earlier.filter(pk=number_in(request.GET.get("against", "")) or 0).first()
    context = {
        "wave": wave,
        "earlier": earlier,
        "against": against,
        "shown": wave_shown(figures_of_wave(wave, against)),
        "back": reverse("advocacy:wave", args=[wave.pk]),
    }
    return render(request, "advocacy/wave_results.html", context)
