"""The reason why two siblings would live apart."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.page import frame
from vatra.decisions.actions import justify_separation
from vatra.decisions.doors import enter_question
from vatra.decisions.forms.separation import SeparationForm
from vatra.decisions.models import Question
from vatra.decisions.queries import pairs_of_siblings


@needs(Permission.PREPARE_DECISION)
def separation(request: StaffRequest, pk: int) -> HttpResponse:
    """The reason why two siblings would live apart."""
    asked = enter_question(request, Question.objects.filter(pk=pk), Permission.PREPARE_DECISION)
    pairs = [
        pair
        for pair in pairs_of_siblings(asked.question, on=asked.entered.by.today)
        if pair.separation is None
    ]
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
