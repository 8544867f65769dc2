"""The seats and meetings of a panel with their votes, answers and conditions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from vatra.decisions.models import Condition, PanelMeeting, PanelSeat, Resolution, Vote
from vatra.decisions.panel.queries import seat_facts
from vatra.decisions.words import Position

_CAST = Vote.objects.filter(seat=OuterRef("pk")).values(
    json=JSONObject(meeting="meeting_id", position="position", dissent="dissent")
)
_ASKED = (
    Condition.objects.filter(resolution__meeting=OuterRef("pk"))
    .order_by("due_on", "pk")
    .values(
        json=JSONObject(
            pk="pk",
            what="what",
            responsible="responsible__full_name",
            due_on="due_on",
            met_on="met_on",
            result="result",
        )
    )
)


@dataclass(frozen=True)
class Cast:
    """A vote as it was cast; it counts unless the member found a conflict of interest afterwards."""

    seat: PanelSeat
    position: Position
    dissent: str

    @property
    def counts(self) -> bool:
        """Whether the vote counts."""
        return seat_facts(self.seat).is_free


@dataclass(frozen=True)
class ConditionOf:
    """What a panel asked for, of whom, by when, and what came of it."""

    pk: int
    what: str
    responsible: str
    due_on: date
    met_on: date | None
    result: str


@dataclass(frozen=True)
class Meeting:
    """A meeting with its votes; `overtaken` once the panel was called anew before it answered."""

    row: PanelMeeting
    resolution: Resolution | None
    votes: Sequence[Cast]
    conditions: Sequence[ConditionOf]
    overtaken: bool

    @property
    def is_open(self) -> bool:
        """Whether members still vote."""
        return self.resolution is None and not self.overtaken

    @property
    def counting(self) -> Sequence[Cast]:
        """The votes that count."""
        return [vote for vote in self.votes if vote.counts]

    @property
    def tally(self) -> list[tuple[Any, int]]:
        """How many agreed, disagreed and abstained."""
        counted = Counter(vote.position for vote in self.counting)
        return [(position.label, counted[position]) for position in Position]

    @property
    def disciplines(self) -> list[str]:
        """The disciplines that voted, each once."""
        return sorted({str(vote.seat.get_discipline_display()) for vote in self.counting})

    @property
    def kept_words(self) -> Sequence[Cast]:
        """Votes with words that stay with the decision, dissent first."""
        spoken = [vote for vote in self.votes if vote.dissent]
        return sorted(spoken, key=lambda vote: vote.position != Position.DISAGREES)


def seats_in(question: Any) -> QuerySet[PanelSeat]:
    """Everybody who sits or sat on a question, with what they voted."""
    seats = PanelSeat.objects.filter(question=question).annotate(cast=ArraySubquery(_CAST))
    return seats.order_by("first_day", "pk")


def meetings_in(question: Any) -> QuerySet[PanelMeeting]:
    """Every meeting on a question with what the panel asked for, the one called last first."""
    meetings = PanelMeeting.objects.filter(question=question).annotate(asked=ArraySubquery(_ASKED))
    return meetings.order_by("-pk")


def meetings_of(rows: Sequence[PanelMeeting], seats: Sequence[PanelSeat]) -> list[Meeting]:
    """These meetings, the one called last first, each with the votes of these seats."""
    return [
        Meeting(
            row=row,
            resolution=getattr(row, "resolution", None),
            votes=list(_votes(row, seats)),
            conditions=[_condition(each) for each in row.asked],  # type: ignore[attr-defined]
            overtaken=number > 0 and not hasattr(row, "resolution"),
        )
        for number, row in enumerate(rows)
    ]


def _votes(meeting: PanelMeeting, seats: Sequence[PanelSeat]) -> Sequence[Cast]:
    return [
        Cast(seat, Position(vote["position"]), vote["dissent"])
        for seat in seats
        for vote in seat.cast  # type: ignore[attr-defined]
        if vote["meeting"] == meeting.pk
    ]


def _condition(row: dict[str, Any]) -> ConditionOf:
    met_on = date.fromisoformat(row["met_on"]) if row["met_on"] else None
    return ConditionOf(**{**row, "due_on": date.fromisoformat(row["due_on"]), "met_on": met_on})
