"""What waits for members of panels, and for those of whom a panel asked something."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from vatra.access.models import User
from vatra.decisions.models import PanelMeeting, PanelSeat, Vote
from vatra.decisions.panel.queries import seats_held


@dataclass(frozen=True)
class Seat:
    """A seat on a panel for one question: first the declaration, then the pack, then the vote."""

    row: PanelSeat
    meeting: PanelMeeting | None
    vote: Vote | None

    @property
    def may_vote(self) -> bool:
        """Whether a vote can be cast, or changed."""
        return self.meeting is not None and not self.row.as_guest


def seats(user: User, *, on: date) -> Sequence[Seat]:
    """The seats somebody holds on a day, without a conflict of interest, for questions still to be decided."""
    meetings = PanelMeeting.objects.select_related("resolution").order_by("pk")
    open_ones = (
        seats_held(user.pk, on=on)
        .filter(Q(has_conflict=False) | Q(has_conflict__isnull=True))
        .filter(question__decisions__isnull=True, question__withdrawn_on__isnull=True)
        .select_related("question")
        .prefetch_related(
            "question__children__file__child", Prefetch("question__meetings", meetings), "votes"
        )
    )
    return [_seat(row) for row in open_ones.order_by("first_day", "pk")]


def _seat(row: PanelSeat) -> Seat:
    last = next(reversed(row.question.meetings.all()), None)
    meeting = None if last is None or hasattr(last, "resolution") else last
    votes = (vote for vote in row.votes.all() if meeting and vote.meeting_id == meeting.pk)
    return Seat(row, meeting, next(votes, None))
