"""Calling the panel: from then on its approval is needed, and the meeting called last counts."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from tests.builders import (
    TODAY,
    a_decision,
    a_file,
    a_hearing,
    a_home,
    a_question,
    a_supervisor,
    an_option,
    by,
)
from tests.decisions.panels import a_meeting, a_panel, a_seat, a_vote, an_answer
from tests.decisions.test_issue import decide, refusals
from vatra.casework.models import File
from vatra.decisions.actions import call_panel
from vatra.decisions.models import Option, PanelMeeting, Question
from vatra.homes.words import FormOfCare
from vatra.kernel.concern import Refused
from vatra.kernel.constraints import refusal_sentence
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db
NEXT_WEEK = TODAY + timedelta(days=7)


def ready_to_decide(file: File) -> tuple[Question, Option]:
    """A question from which nothing is missing but, perhaps, the panel."""
    question = a_question(file)
    an_option(question, FormOfCare.BIRTH_FAMILY)
    kin = an_option(question, FormOfCare.KINSHIP, a_home())
    a_hearing(question)
    return question, kin


def test_the_meeting_is_on_record_with_its_day() -> None:
    file = a_file()
    meeting = a_meeting(a_question(file), on=NEXT_WEEK)
    event = Event.objects.filter(chain=file.key).latest("position")
    assert (event.act, event.on, event.facts["quorum"]) == ("call_panel", NEXT_WEEK, 3)
    assert meeting.agenda == "Where shall the child live?"


@pytest.mark.parametrize("day", [date(2028, 2, 29), TODAY])
def test_the_panel_can_meet_today_or_later(day: date) -> None:
    assert a_meeting(a_question(a_file()), on=day).meets_on == day


def test_no_panel_is_called_for_a_day_that_has_passed_or_with_one_member() -> None:
    question = a_question(a_file())
    with pytest.raises(Refused) as refused:
        call_panel(
            question=question,
            meets_on=TODAY - timedelta(days=1),
            agenda="-",
            quorum=1,
            by=by(question.asked_by),
        )
    assert refusals(refused) == {"R-26-past", "R-26-two"}


def test_the_panel_meets_once_a_day() -> None:
    question = a_question(a_file())
    a_meeting(question)
    with pytest.raises(IntegrityError) as refused:
        a_meeting(question)
    assert refusal_sentence(refused.value) == "The panel already meets on this question that day."


def test_no_panel_is_called_for_a_decided_question() -> None:
    (outcome,) = a_decision(a_file())
    with pytest.raises(Refused) as refused:
        a_meeting(outcome.decision.question)
    assert refusals(refused) == {"question-decided"}


def test_a_question_for_which_the_panel_was_called_waits_for_its_approval() -> None:
    file = a_file()
    question, kin = ready_to_decide(file)
    meeting, _seats = a_panel(question)
    chief = a_supervisor(file.unit)
    with pytest.raises(Refused) as refused:
        decide(question, {file: kin}, chief)
    assert refusals(refused) == {"R-26-panel"}
    an_answer(meeting)
    assert decide(question, {file: kin}, chief).outcomes.get().option == kin


def test_deferred_it_is_not_issued_and_the_panel_meets_again() -> None:
    file = a_file()
    question, kin = ready_to_decide(file)
    meeting, seats = a_panel(question)
    an_answer(meeting, "defer", missing="A visit to the grandmother's home.")
    chief = a_supervisor(file.unit)
    with pytest.raises(Refused) as refused:
        decide(question, {file: kin}, chief)
    assert refusals(refused) == {"R-26-panel"}
    again = a_meeting(question, on=NEXT_WEEK)
    for seat in seats:
        a_vote(again, seat, on=NEXT_WEEK)
    an_answer(again, on=NEXT_WEEK)
    decided = decide(
        question, {file: kin}, chief, effective_on=NEXT_WEEK, by=by(chief, NEXT_WEEK, "supervisor")
    )
    assert decided.outcomes.get().option == kin


@pytest.mark.parametrize("kind", ["reject", "reopen"])
def test_a_panel_that_does_not_approve_stands_in_the_way(kind: str) -> None:
    file = a_file()
    question, kin = ready_to_decide(file)
    an_answer(a_panel(question)[0], kind)
    with pytest.raises(Refused) as refused:
        decide(question, {file: kin}, a_supervisor(file.unit))
    assert refusals(refused) == {"R-26-panel"}
    assert a_meeting(question, on=NEXT_WEEK).pk


def test_the_database_refuses_to_issue_against_the_panel(monkeypatch: pytest.MonkeyPatch) -> None:
    file = a_file()
    question, kin = ready_to_decide(file)
    an_answer(a_panel(question)[0], "reject")
    monkeypatch.setattr("vatra.decisions.actions.issuing.concerns_before_issue", lambda *_facts, **_on: [])
    decide(question, {file: kin}, a_supervisor(file.unit))
    with pytest.raises(IntegrityError) as refused:
        connection.check_constraints()
    assert refusal_sentence(refused.value) == "This decision needs a panel that has approved it."


def test_an_approved_question_needs_no_further_meeting() -> None:
    meeting, _seats = a_panel()
    an_answer(meeting)
    with pytest.raises(Refused) as refused:
        a_meeting(meeting.question, on=NEXT_WEEK)
    assert refusals(refused) == {"R-26-approved"}


def test_called_anew_the_meeting_before_gives_no_answer_and_takes_no_vote() -> None:
    first, seats = a_panel()
    a_meeting(first.question, on=NEXT_WEEK)
    with pytest.raises(Refused) as refused:
        an_answer(first)
    assert refusals(refused) == {"R-26-overtaken"}
    with pytest.raises(Refused) as refused:
        a_vote(first, seats[0], "abstains")
    assert refusals(refused) == {"R-26-overtaken"}


def test_what_the_panel_was_called_for_is_never_changed() -> None:
    meeting = a_meeting(a_question(a_file()))
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        PanelMeeting.objects.filter(pk=meeting.pk).update(quorum=2)
    assert refusal_sentence(refused.value) == "What the panel was called for stays as it is. Call it anew."


def test_a_seat_alone_calls_no_panel() -> None:
    file = a_file()
    question, kin = ready_to_decide(file)
    a_seat(question)
    assert decide(question, {file: kin}, a_supervisor(file.unit)).number
