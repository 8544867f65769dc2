"""The seats and meetings of a panel with their votes, answers and conditions, read in two queries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from vatra.decisions.models import Condition, PanelMeeting, PanelSeat, Question, Resolution, Vote
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


def seats_of(question: Question) -> list[PanelSeat]:
    """Everybody who sits or sat, with what they voted."""
    seats = question.seats.select_related("member").annotate(cast=ArraySubquery(_CAST))
    return list(seats.order_by("first_day", "pk"))


def meetings_of(question: Question, seats: Sequence[PanelSeat]) -> list[Meeting]:
    """Every meeting on the question, the one called last first."""
    rows = question.meetings.select_related("called_by", "resolution__recorded_by")
    return [
        Meeting(
            row=row,
            resolution=getattr(row, "resolution", None),
            votes=list(_votes(row, seats)),
            conditions=[_condition(each) for each in row.asked],
            overtaken=number > 0 and not hasattr(row, "resolution"),
        )
        for number, row in enumerate(rows.annotate(asked=ArraySubquery(_ASKED)).order_by("-pk"))
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
