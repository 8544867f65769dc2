"""What stands against calling a panel, voting, and giving its answer. Pure: facts in, concerns out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.decisions.models import Condition, Resolution, Vote
from vatra.decisions.words import PANEL_APPROVES, Position, ResolutionKind
from vatra.kernel.concern import Concern, Severity
from vatra.kernel.sentence import Sentence

# The rules say what the triggers of sql/panel.sql say.
NOT_FREE = Vote.trigger_sentences["vote_with_conflict"]
ANOTHER_QUESTION = Vote.trigger_sentences["vote_on_another_question"]
CLOSED = Vote.trigger_sentences["vote_after_resolution"]
NO_QUORUM = Resolution.trigger_sentences["panel_without_quorum"]
ONE_DISCIPLINE = Resolution.trigger_sentences["panel_of_one_discipline"]
AGAINST_ITS_VOTES = Resolution.trigger_sentences["panel_approves_against_its_votes"]
SAID = Resolution.trigger_sentences["resolution_changed"]
NO_CONDITIONS = Resolution.trigger_sentences["approved_without_conditions"]
OTHER_ANSWER = Condition.trigger_sentences["condition_of_another_answer"]
SEAT_OVER = _("The days of this seat are over, or have not begun.")
OVERTAKEN = _("The panel was called anew since. Go on with that meeting.")


@dataclass(frozen=True)
class SeatFacts:
    """What is known about a seat on a day; `has_conflict` is None until it is declared, `voted` without a vote."""

    name: str
    discipline: str
    as_guest: bool
    has_conflict: bool | None
    first_day: date
    last_day: date | None
    voted: str | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the seat is held on a day; its last day is included."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    @property
    def is_free(self) -> bool:
        """Whether the member said that there is no conflict of interest, and is no guest."""
        return not self.as_guest and self.has_conflict is False

    def may_read_on(self, day: date) -> bool:
        """Whether the pack opens: for guests too, never before the declaration (sql/reach.sql)."""
        return self.has_conflict is False and self.holds_on(day)

    def may_vote_on(self, day: date) -> bool:
        """Whether this member's vote counts when it is cast on this day."""
        return self.is_free and self.holds_on(day)


@dataclass(frozen=True)
class MeetingFacts:
    """What is known about a meeting: `said` once the panel answered, `overtaken` once it was called anew."""

    meets_on: date
    quorum: int
    said: bool = False
    overtaken: bool = False


def concerns_before_seat(*, sits_on_panels: bool) -> list[Concern]:
    """Only somebody appointed to panels gets a seat, for by the seat the files open."""
    if sits_on_panels:
        return []
    sentence = _("Only somebody who is appointed to panels on that day can be given a seat.")
    return [_block("R-26-appointed", sentence)]


def concerns_before_declaration(
    seat: SeatFacts, *, is_own: bool, has_conflict: bool, on: date
) -> list[Concern]:
    """Only the member knows of a conflict of interest; once declared it stands, and keeps the pack closed."""
    found: list[Concern] = []
    if not is_own:
        found.append(_block("R-26-own-declaration", _("Only the member who sits there can declare this.")))
    if seat.has_conflict and not has_conflict:
        found.append(_block("R-26-stands", _("A conflict of interest that was declared stands.")))
    if not seat.holds_on(on):
        found.append(_block("R-26-seat", SEAT_OVER))
    return found


def concerns_before_call(*, meets_on: date, quorum: int, today: date) -> list[Concern]:
    """What speaks against this day and this quorum."""
    found: list[Concern] = []
    if meets_on < today:
        found.append(_block("R-26-past", _("This day has passed. Choose a day on which the panel can meet.")))
    if quorum < 2:
        found.append(_block("R-26-two", _("A panel is at least two people.")))
    return found


def concerns_before_vote(
    seat: SeatFacts, meeting: MeetingFacts, *, is_own: bool, is_of_question: bool, on: date
) -> list[Concern]:
    """Only the member casts the vote of a seat, and only while the meeting is open."""
    found: list[Concern] = []
    if not is_own:
        found.append(_block("R-26-own-vote", _("Only the member who sits there casts this vote.")))
    if not is_of_question:
        found.append(_block("R-26-other-question", ANOTHER_QUESTION))
    if not seat.is_free:
        found.append(_block("R-26-conflict", NOT_FREE))
    elif not seat.holds_on(on):
        found.append(_block("R-26-seat", SEAT_OVER))
    if meeting.said:
        found.append(_block("R-26-closed", CLOSED))
    if meeting.overtaken:
        found.append(_block("R-26-overtaken", OVERTAKEN))
    return found


def concerns_before_answer(
    meeting: MeetingFacts, seats: Sequence[SeatFacts], *, kind: str, conditions: int, on: date
) -> list[Concern]:
    """A panel answers once, on its day or later, with its quorum, two disciplines and a vote from everybody."""
    found: list[Concern] = []
    if meeting.said:
        found.append(_block("R-26-said", SAID))
    if meeting.overtaken:
        found.append(_block("R-26-overtaken", OVERTAKEN))
    if on < meeting.meets_on:
        found.append(_block("R-26-early", _("The panel has not met yet on this day.")))
    return [
        *found,
        *_about_the_votes(meeting, seats, kind),
        *_about_conditions(kind, conditions),
        *_about_the_absent(seats, on=on),
    ]


def concerns_before_met(*, is_met: bool, result: str) -> list[Concern]:
    """A condition is met once, and with words about what came of it."""
    found: list[Concern] = []
    if is_met:
        found.append(_block("R-26-met", _("It is already written down that this was done.")))
    if not result.strip():
        found.append(_block("R-26-result", _("Write what came of it.")))
    return found


def _about_the_votes(meeting: MeetingFacts, seats: Sequence[SeatFacts], kind: str) -> Iterator[Concern]:
    voted = [seat for seat in seats if seat.is_free and seat.voted]
    if len(voted) < meeting.quorum:
        yield _block("R-26-quorum", NO_QUORUM)
    if len({seat.discipline for seat in voted}) < 2:
        yield _block("R-26-disciplines", ONE_DISCIPLINE)
    positions = [seat.voted for seat in voted]
    if kind in PANEL_APPROVES and positions.count(Position.AGREES) <= positions.count(Position.DISAGREES):
        yield _block("R-26-majority", AGAINST_ITS_VOTES)


def _about_conditions(kind: str, conditions: int) -> Iterator[Concern]:
    with_conditions = kind == ResolutionKind.APPROVE_WITH_CONDITIONS
    if with_conditions and not conditions:
        yield _block("R-26-conditions", NO_CONDITIONS)
    if conditions and not with_conditions:
        yield _block("R-26-other-answer", OTHER_ANSWER)


def _about_the_absent(seats: Sequence[SeatFacts], *, on: date) -> Iterator[Concern]:
    """A member who neither voted nor has a conflict was absent; why is written down."""
    absent = [
        seat.name
        for seat in seats
        if seat.holds_on(on) and not seat.as_guest and not seat.has_conflict and not seat.voted
    ]
    if absent:
        sentence = _("These members have not voted: %(members)s. Say why the panel answers without them.")
        yield Concern("R-26-absent", Severity.WARN, sentence % {"members": ", ".join(absent)})


def _block(code: str, sentence: Sentence) -> Concern:
    return Concern(code, Severity.BLOCK, sentence)
