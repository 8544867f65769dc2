"""Those who are close to the child, or know it by profession."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.page import frame
from vatra.decisions.actions import record_participant
from vatra.decisions.doors import enter_question
from vatra.decisions.forms.taking_part import ParticipantForm
from vatra.decisions.models import Question


@needs(Permission.PREPARE_DECISION)
def new_participant(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down who took part, and what this person thinks."""
    asked = enter_question(request, Question.objects.filter(pk=pk), Permission.PREPARE_DECISION)
    writing = Writing(request)
    form = writing.form(ParticipantForm)
    back = reverse("decisions:question", args=[pk])
    done = writing.send(
        form,
        lambda: record_participant(question=asked.question, by=asked.entered.by, **form.taking_part()),
        to=lambda _participant: back,
        said=_("It is written down who took part."),
    )
    return done or writing.page(
        form,
        title=_("Who took part?"),
        lead=_("Parents, carers, the guardian and whoever the child names are heard as the child is."),
        button=_("Write down"),
        back=back,
        frame=frame(asked.entered),
    )
