"""Votes: only the member's own, only while the meeting is open, dissent word for word."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event as Signal

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from tests.builders import TODAY, a_file, a_question, by
from tests.decisions.panels import a_meeting, a_panel, a_seat, a_vote, an_answer
from tests.decisions.test_issue import refusals
from vatra.decisions.actions import declare_interest, end_seat
from vatra.decisions.models import PanelMeeting, PanelSeat, Resolution, Vote
from vatra.kernel.concern import Refused
from vatra.kernel.constraints import refusal_sentence
from vatra.kernel.ledger import Event

DISSENT = (
    "Nobody has asked the aunt in Peja.\nShe raised two of his cousins — “a good house”, says the school."
)


@pytest.mark.django_db
class TestCastVote:
    """One vote after the other."""

    def test_a_vote_is_kept_and_on_record(self) -> None:
        file = a_file()
        question = a_question(file)
        seat, meeting = a_seat(question), a_meeting(question)
        vote = a_vote(meeting, seat)
        assert (vote.position, vote.dissent) == ("agrees", "")
        event = Event.objects.filter(chain=file.key).latest("position")
        assert (event.act, event.user_id, event.facts["position"]) == ("cast_vote", seat.member_id, "agrees")

    def test_dissent_is_kept_word_for_word(self) -> None:
        meeting, seats = a_panel()
        a_vote(meeting, seats[0], "disagrees", DISSENT)
        an_answer(meeting)
        assert Vote.objects.get(seat=seats[0]).dissent == DISSENT

    def test_who_disagrees_says_why(self) -> None:
        question = a_question(a_file())
        seat, meeting = a_seat(question), a_meeting(question)
        with pytest.raises(IntegrityError) as refused:
            a_vote(meeting, seat, "disagrees")
        assert refusal_sentence(refused.value) == "Who disagrees says why: it stays with the decision."

    def test_a_vote_may_change_until_the_panel_answers(self) -> None:
        meeting, seats = a_panel()
        a_vote(meeting, seats[0], "abstains")
        a_vote(meeting, seats[0], "disagrees", "Too far from school.")
        assert list(meeting.votes.filter(seat=seats[0]).values_list("position", flat=True)) == ["disagrees"]
        an_answer(meeting)
        with pytest.raises(Refused) as refused:
            a_vote(meeting, seats[0])
        assert refusals(refused) == {"R-26-closed"}

    def test_nobody_votes_for_somebody_else(self) -> None:
        meeting, seats = a_panel(voting="")
        with pytest.raises(Refused) as refused:
            a_vote(meeting, seats[0], as_=seats[1].member)
        assert refusals(refused) == {"R-26-own-vote"}

    @pytest.mark.parametrize(
        "kept_from_voting", [{"as_guest": True}, {"has_conflict": True}, {"has_conflict": None}]
    )
    def test_guests_and_those_with_a_conflict_or_undeclared_do_not_vote(
        self, kept_from_voting: dict[str, bool | None]
    ) -> None:
        question = a_question(a_file())
        seat, meeting = a_seat(question, **kept_from_voting), a_meeting(question)  # type: ignore[arg-type]
        with pytest.raises(Refused) as refused:
            a_vote(meeting, seat)
        assert refusals(refused) == {"R-26-conflict"}
        with pytest.raises(IntegrityError) as by_plain_sql, transaction.atomic():
            Vote.objects.create(meeting=meeting, seat=seat, position="agrees")
        assert refusal_sentence(by_plain_sql.value) == str(refused.value)

    def test_a_seat_votes_on_its_own_question_only(self) -> None:
        seat, meeting = a_seat(a_question(a_file())), a_meeting(a_question(a_file()))
        with pytest.raises(Refused) as refused:
            a_vote(meeting, seat)
        assert refusals(refused) == {"R-26-other-question"}
        with pytest.raises(IntegrityError) as by_plain_sql, transaction.atomic():
            Vote.objects.create(meeting=meeting, seat=seat, position="agrees")
        assert refusal_sentence(by_plain_sql.value) == str(refused.value)

    def test_a_member_votes_on_the_last_day_and_not_on_the_day_after(self) -> None:
        question = a_question(a_file())
        seat, meeting = a_seat(question), a_meeting(question)
        end_seat(seat=seat, on=TODAY, by=by(question.asked_by))
        assert a_vote(meeting, seat).pk
        with pytest.raises(Refused) as refused:
            a_vote(meeting, seat, "abstains", on=TODAY + timedelta(days=1))
        assert refusals(refused) == {"R-26-seat"}

    def test_a_conflict_found_after_voting_takes_the_vote_out_of_the_count(self) -> None:
        meeting, seats = a_panel()
        declare_interest(seat=seats[0], has_conflict=True, conflict="He is my pupil.", by=by(seats[0].member))
        with pytest.raises(Refused) as refused:
            an_answer(meeting)
        assert refusals(refused) == {"R-26-quorum"}

    def test_no_vote_is_taken_away_once_the_panel_has_answered(self) -> None:
        meeting, _seats = a_panel()
        an_answer(meeting)
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            meeting.votes.all().delete()
        closed = "The panel has closed this meeting; its votes stay as they are."
        assert refusal_sentence(refused.value) == closed


def answered(meeting: PanelMeeting, begun: Signal, may_end: Signal) -> None:
    """Answer, and keep everybody waiting before it holds."""
    try:
        with transaction.atomic():
            an_answer(meeting)
            begun.set()
            may_end.wait(10)
    finally:
        connection.close()


def changed_by_act(meeting: PanelMeeting, seat: PanelSeat) -> str:
    try:
        a_vote(meeting, seat, "disagrees", "I thought it over.")
    except Refused as refused:
        # A thread of its own starts in the language of the house, which is Albanian.
        with translation.override("en"):
            return str(refused)
    finally:
        connection.close()
    return "changed"


def changed_by_plain_sql(meeting: PanelMeeting, seat: PanelSeat) -> str:
    try:
        Vote.objects.filter(meeting=meeting, seat=seat).update(position="abstains")
    except IntegrityError as refused:
        with translation.override("en"):
            return str(refusal_sentence(refused))
    finally:
        connection.close()
    return "changed"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", [changed_by_act, changed_by_plain_sql])
def test_a_vote_that_comes_while_the_panel_answers_is_refused(change: object) -> None:
    meeting, seats = a_panel()
    begun, may_end = Signal(), Signal()
    with ThreadPoolExecutor(2) as people:
        answer = people.submit(answered, meeting, begun, may_end)
        assert begun.wait(10)
        late = people.submit(change, meeting, seats[0])  # type: ignore[arg-type]
        may_end.set()
        answer.result()
        assert late.result() == "The panel has closed this meeting; its votes stay as they are."
    assert Resolution.objects.get().meeting == meeting
    assert set(meeting.votes.values_list("position", flat=True)) == {"agrees"}
