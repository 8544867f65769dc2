"""Builders of panels: members of three disciplines, a meeting, votes, an answer."""

from collections.abc import Sequence
from datetime import date, timedelta

from tests.builders import TODAY, a_file, a_question, a_user, by
from vatra.access.models import Unit, User
from vatra.access.roles import Role
from vatra.decisions.actions import call_panel, cast_vote, declare_interest, resolve, seat_member
from vatra.decisions.actions.resolving import ConditionAsked
from vatra.decisions.models import PanelMeeting, PanelSeat, Question, Resolution, Vote

THREE = ("law", "psychology", "health")


def a_member(unit: Unit | None = None, **fields: object) -> User:
    """Somebody who is appointed to panels."""
    return a_user(Role.PANEL_MEMBER, unit, **fields)


def a_seat(
    question: Question,
    discipline: str = "law",
    *,
    member: User | None = None,
    has_conflict: bool | None = False,
    as_guest: bool = False,
    until: date | None = TODAY + timedelta(days=30),
    on: date = TODAY,
) -> PanelSeat:
    """A member who has declared no conflict of interest, unless said otherwise."""
    seat = seat_member(
        question=question,
        member=member or a_member(),
        discipline=discipline,
        as_guest=as_guest,
        first_day=on,
        last_day=until,
        by=by(question.asked_by, on, Role.SUPERVISOR),
    )
    if has_conflict is None:
        return seat
    words = "The father is my cousin." if has_conflict else ""
    return declare_interest(
        seat=seat, has_conflict=has_conflict, conflict=words, by=by(seat.member, on, Role.PANEL_MEMBER)
    )


def a_meeting(question: Question, *, quorum: int = 3, on: date = TODAY) -> PanelMeeting:
    """A meeting that needs three members."""
    return call_panel(
        question=question,
        meets_on=on,
        agenda="Where shall the child live?",
        quorum=quorum,
        by=by(question.asked_by, on, Role.SUPERVISOR),
    )


def a_vote(
    meeting: PanelMeeting,
    seat: PanelSeat,
    position: str = "agrees",
    dissent: str = "",
    *,
    on: date = TODAY,
    as_: User | None = None,
) -> Vote:
    """A vote that agrees, cast by the seat's own member."""
    return cast_vote(
        meeting=meeting,
        seat=seat,
        position=position,
        dissent=dissent,
        by=by(as_ or seat.member, on, Role.PANEL_MEMBER),
    )


def an_answer(
    meeting: PanelMeeting,
    kind: str = "approve",
    *,
    missing: str = "",
    conditions: Sequence[ConditionAsked] = (),
    on: date = TODAY,
    **overrides: str,
) -> Resolution:
    """What the panel says; `overrides` are reasons by code, with underscores for dashes."""
    return resolve(
        meeting=meeting,
        kind=kind,
        reasons="The grandmother knows him, and he wishes it.",
        missing=missing,
        conditions=conditions,
        on=on,
        by=by(meeting.called_by, on, Role.SUPERVISOR),
        overrides={code.replace("_", "-"): reason for code, reason in overrides.items()},
    )


def a_panel(
    question: Question | None = None, *, voting: str = "agrees", on: date = TODAY
) -> tuple[PanelMeeting, list[PanelSeat]]:
    """A meeting of three members of three disciplines who all voted the same; `voting` empty for no votes."""
    question = question or a_question(a_file())
    seats = [a_seat(question, discipline, on=on) for discipline in THREE]
    meeting = a_meeting(question, on=on)
    for seat in seats if voting else ():
        a_vote(meeting, seat, voting, "Too early." if voting == "disagrees" else "", on=on)
    return meeting, seats
