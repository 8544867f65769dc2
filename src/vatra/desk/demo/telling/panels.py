"""A panel: who sits there, what they declare, how they vote and what they say together."""

from collections.abc import Mapping, Sequence
from datetime import date

from vatra.access.roles import Role
from vatra.decisions.actions import call_panel, cast_vote, declare_interest, resolve, seat_member
from vatra.decisions.actions.resolving import ConditionAsked
from vatra.decisions.models import PanelMeeting, PanelSeat, Question, Resolution
from vatra.decisions.words import Discipline, Position, ResolutionKind
from vatra.desk.demo.staff import LAWYER, PANEL_MEMBER, PSYCHOLOGIST, Cast
from vatra.desk.demo.town import acting
from vatra.kernel.ledger import Actor

DISCIPLINES = {
    PANEL_MEMBER: Discipline.EDUCATION,
    PSYCHOLOGIST: Discipline.PSYCHOLOGY,
    LAWYER: Discipline.LAW,
}
QUORUM = 2

Seats = Mapping[str, PanelSeat]
"""The seats by the user name of their member."""


def seated(cast: Cast, question: Question, *, ago: int, until: int) -> Seats:
    """All three have a seat until a day counted back from today, and have declared nothing yet."""
    town = cast.prishtine
    return {
        username: seat_member(
            question=question,
            member=cast.users[username],
            discipline=discipline,
            first_day=town.ago(ago),
            last_day=town.ago(until),
            by=town.by_supervisor(ago),
        )
        for username, discipline in DISCIPLINES.items()
    }


def declare(cast: Cast, seat: PanelSeat, *, ago: int, conflict: str = "") -> None:
    """A member says what stands in the way of judging freely; without words, that nothing does."""
    declare_interest(seat=seat, has_conflict=bool(conflict), conflict=conflict, by=_by(cast, seat, ago=ago))


def called(cast: Cast, question: Question, *, ago: int, for_day: date, agenda: str) -> PanelMeeting:
    """The supervisor asks the panel to meet."""
    by = cast.prishtine.by_supervisor(ago)
    return call_panel(question=question, meets_on=for_day, agenda=agenda, quorum=QUORUM, by=by)


def vote(
    cast: Cast, meeting: PanelMeeting, seat: PanelSeat, position: Position, words: str = "", *, ago: int
) -> None:
    """A member votes; the words stay with the decision."""
    cast_vote(meeting=meeting, seat=seat, position=position, dissent=words, by=_by(cast, seat, ago=ago))


def answered(
    cast: Cast,
    meeting: PanelMeeting,
    kind: ResolutionKind,
    *,
    reasons: str,
    missing: str = "",
    conditions: Sequence[ConditionAsked] = (),
) -> Resolution:
    """What the panel said on the day it met, as the supervisor wrote it down."""
    town = cast.prishtine
    return resolve(
        meeting=meeting,
        kind=kind,
        reasons=reasons,
        missing=missing,
        conditions=conditions,
        on=meeting.meets_on,
        by=town.by_supervisor((town.today - meeting.meets_on).days),
    )


def _by(cast: Cast, seat: PanelSeat, *, ago: int) -> Actor:
    return acting(seat.member, Role.PANEL_MEMBER, cast.prishtine.ago(ago))
