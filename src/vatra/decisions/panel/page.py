"""What the page of a question shows of its panel."""

from collections.abc import Sequence
from dataclasses import dataclass

from vatra.access.roles import Permission
from vatra.decisions.doors import Asked
from vatra.decisions.kinds import kind_of
from vatra.decisions.models import PanelSeat
from vatra.decisions.panel.meetings import Meeting, meetings_of
from vatra.decisions.panel.queries import seat_facts
from vatra.decisions.panel.states import PANEL_MOVES, PanelState, state_of_panel


@dataclass(frozen=True)
class Panel:
    """The panel of a question for one reader; `mine` is the reader's own seat while it opens the pack."""

    is_needed: bool
    state: PanelState
    seats: Sequence[PanelSeat]
    meetings: Sequence[Meeting]
    mine: PanelSeat | None
    may_call: bool

    @property
    def is_there(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.is_needed or self.seats or self.meetings)

    @property
    def may_be_called(self) -> bool:
        """Whether the reader may call the panel as things stand."""
        return self.may_call and PanelState.CALLED in PANEL_MOVES[self.state]

    @property
    def answers(self) -> Sequence[Meeting]:
        """The meetings at which the panel said something, the last first."""
        return [each for each in self.meetings if each.resolution]

    @property
    def open_meeting(self) -> Meeting | None:
        """The meeting at which members vote now."""
        return next((each for each in self.meetings if each.is_open), None)

    @property
    def may_vote(self) -> bool:
        """Whether the reader votes now."""
        return bool(self.mine and not self.mine.as_guest and self.open_meeting)


def panel_of(asked: Asked) -> Panel:
    """The panel of a question, the last meeting first."""
    question, by = asked.question, asked.entered.by
    seats = asked.written.seats
    meetings = meetings_of(asked.written.meetings, seats)
    own = (seat for seat in seats if seat.member_id == by.user_id)
    return Panel(
        is_needed=kind_of(question.kind).panel,
        state=state_of_panel(meetings[0].row if meetings else None),
        seats=seats,
        meetings=meetings,
        mine=next((seat for seat in own if seat_facts(seat).may_read_on(by.today)), None),
        may_call=asked.may(Permission.CALL_PANEL) and question.withdrawn_on is None,
    )
