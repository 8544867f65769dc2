"""Reading a decision."""

from django.http import HttpResponse
from django.shortcuts import render

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.page import frame
from vatra.decisions.aftermath import aftermath_of
from vatra.decisions.doors import read_question
from vatra.decisions.ground import ground_of
from vatra.decisions.hearing.hearings import hearings_of
from vatra.decisions.models import Decision, Question
from vatra.decisions.papers import papers_of
from vatra.decisions.weighing.sources import named_sources
from vatra.decisions.weighing.table import side_by_side, sources_in


@needs(Permission.READ_FILE)
def decision(request: StaffRequest, pk: int) -> HttpResponse:
    """The decision as issued, and what has been done since."""
    asked = read_question(request, Question.objects.filter(decisions=pk), page="decision")
    issued = Decision.objects.select_related("issued_by", "supersedes", "superseded_by", "withdrawal").get(
        pk=pk
    )
    ground, aftermath = ground_of(asked.question), aftermath_of(issued, asked)
    sources = named_sources(sources_in(ground.options), [child.file_id for child in ground.children])
    went_on = dict(issued.document["went_on_because"])
    context = {
        "frame": frame(asked.entered),
        "question": asked.question,
        "decision": issued,
        "aftermath": aftermath,
        "hearings": hearings_of(ground.children, decided=True),
        "table": side_by_side(
            asked.question.kind, ground.options, chosen=aftermath.chosen_for_all, sources=sources
        ),
        "participants": ground.participants,
        "separations": ground.separations,
        "papers": papers_of(
            issued,
            [each.outcome for each in aftermath.outcomes],
            may_make=asked.may(Permission.PREPARE_DECISION),
        ),
        "why_anew": went_on.pop("R-26-anew", ""),
        "went_on": went_on,
    }
    return render(request, "decisions/decision.html", context)
