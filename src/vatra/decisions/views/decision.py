"""Reading a decision."""

from django.http import HttpResponse
from django.shortcuts import render

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.page import frame
from vatra.decisions.aftermath import aftermath_of
from vatra.decisions.doors import read_question
from vatra.decisions.hearing.hearings import hearings_of
from vatra.decisions.issued import issued_decision
from vatra.decisions.models import Question
from vatra.decisions.panel.page import panel_of
from vatra.decisions.papers import papers_of
from vatra.decisions.queries import options_of
from vatra.decisions.weighing.sources import named_sources
from vatra.decisions.weighing.table import side_by_side, sources_in
from vatra.decisions.went_on import WHY_ANEW, went_on


@needs(Permission.READ_FILE)
def decision(request: StaffRequest, pk: int) -> HttpResponse:
    """The decision as issued, and what has been done since; five queries however much was written."""
    asked = read_question(request, Question.objects.filter(decisions=pk), page="decision")
    issued, options = issued_decision(pk, asked), options_of(asked.question)
    aftermath = aftermath_of(issued, asked)
    sources = named_sources(sources_in(options), [entered.file.pk for entered in asked.files])
    because = went_on(issued.decision.document)
    context = {
        "frame": frame(asked.entered),
        "question": asked.question,
        "decision": issued.decision,
        "aftermath": aftermath,
        "hearings": hearings_of(asked.question),
        "table": side_by_side(asked.question.kind, options, chosen=aftermath.chosen_for_all, sources=sources),
        "participants": asked.written.participants,
        "separations": asked.written.separations,
        "panel": panel_of(asked),
        "papers": papers_of(issued.outcomes, may_make=asked.may(Permission.PREPARE_DECISION)),
        "why_anew": next((each.reason for each in because if each.code == WHY_ANEW), ""),
        "went_on": [each for each in because if each.code != WHY_ANEW],
    }
    return render(request, "decisions/decision.html", context)
