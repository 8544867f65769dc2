"""What was written for a question besides its children and options, as its pages show it: one statement."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import OuterRef, QuerySet

from vatra.decisions.models import (
    Decision,
    PanelMeeting,
    PanelSeat,
    Question,
    Separation,
    SheetHanded,
    TookPart,
)
from vatra.decisions.panel.meetings import meetings_in, seats_in
from vatra.kernel.read_along import along, rows_along


@dataclass(frozen=True)
class Written:
    """Who took part, whom it would part, who got the sheet, the panel, and the decision that came last."""

    participants: list[TookPart]
    separations: list[Separation]
    sheets: list[SheetHanded]
    seats: list[PanelSeat]
    meetings: list[PanelMeeting]
    decision: Decision | None


@cache
def _everything() -> QuerySet[Any, Any]:
    """Put together once: saying it to Django takes longer than the answer."""
    here = OuterRef("pk")
    decisions = Decision.objects.filter(question=here, superseded_by__isnull=True).order_by("pk")
    return Question.objects.values_list(
        along(TookPart.objects.filter(question=here).order_by("pk")),
        along(Separation.objects.filter(question=here).order_by("pk"), "file__child", "sibling"),
        along(SheetHanded.objects.filter(question=here).order_by("handed_on", "pk"), "handed_by"),
        along(seats_in(here), "member"),
        along(meetings_in(here), "called_by", "resolution__recorded_by"),
        along(decisions, "withdrawal", without=("document",)),
    )


def written_for(question: Question) -> Written:
    """Everything in the order in which it is shown; the last decision without its kept text."""
    parts, apart, sheets, seats, meetings, decided = _everything().get(pk=question.pk)
    return Written(
        participants=rows_along(TookPart, parts),
        separations=rows_along(Separation, apart),
        sheets=rows_along(SheetHanded, sheets),
        seats=rows_along(PanelSeat, seats),
        meetings=rows_along(PanelMeeting, meetings),
        decision=next(iter(rows_along(Decision, decided)), None),
    )
