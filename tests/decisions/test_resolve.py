"""What the panel says: with its quorum, two disciplines, a vote from everybody; never changed."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from tests.builders import TODAY, a_file, a_question, by, worker_of
from tests.decisions.panels import THREE, a_meeting, a_panel, a_seat, a_vote, an_answer
from tests.decisions.test_issue import refusals
from vatra.decisions.actions import resolve
from vatra.decisions.actions.resolving import ConditionAsked
from vatra.decisions.models import Condition, PanelMeeting, Resolution
from vatra.kernel.concern import Refused
from vatra.kernel.constraints import refusal_sentence
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db
TOMORROW = TODAY + timedelta(days=1)


def asked_of(meeting: PanelMeeting, what: str = "Visit the school.") -> ConditionAsked:
    """A condition for the worker who answers for the child."""
    return ConditionAsked(what, worker_of(meeting.question.children.get().file), TODAY + timedelta(days=14))


def said(meeting: PanelMeeting, kind: str = "approve", **more: object) -> Resolution:
    """The answer by plain SQL, past the rules."""
    given = {"missing": "", "reasons": "-", "resolved_on": TODAY, "recorded_by": meeting.called_by, **more}
    return Resolution.objects.create(meeting=meeting, kind=kind, **given)


def test_an_answer_is_kept_and_on_record() -> None:
    file = a_file()
    meeting, _seats = a_panel(a_question(file))
    an_answer(meeting)
    event = Event.objects.filter(chain=file.key).latest("position")
    assert (event.act, event.on, event.facts["kind"]) == ("resolve", TODAY, "approve")
    assert Resolution.objects.get().reasons == "The grandmother knows him, and he wishes it."


def test_conditions_are_kept_with_a_name_and_a_day() -> None:
    meeting, _seats = a_panel()
    an_answer(meeting, "approve_with_conditions", conditions=[asked_of(meeting)])
    condition = Condition.objects.get()
    assert (condition.what, condition.due_on) == ("Visit the school.", TODAY + timedelta(days=14))
    assert condition.responsible == worker_of(meeting.question.children.get().file)


def test_a_panel_answers_once() -> None:
    meeting, _seats = a_panel()
    an_answer(meeting, "reject")
    with pytest.raises(Refused) as refused:
        an_answer(meeting)
    assert refusals(refused) == {"R-26-said"}
    assert Resolution.objects.get().kind == "reject"


def test_what_the_panel_said_is_never_changed() -> None:
    meeting, _seats = a_panel()
    an_answer(meeting, "approve_with_conditions", conditions=[asked_of(meeting)])
    for change in (
        "UPDATE decisions_resolution SET kind = 'reject'",
        "DELETE FROM decisions_resolution",
        "UPDATE decisions_condition SET due_on = due_on + 30",
        "DELETE FROM decisions_condition",
    ):
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(change)
        assert "stays as it is. It can meet again." in str(refusal_sentence(refused.value))


def test_too_few_votes_are_no_panel() -> None:
    question = a_question(a_file())
    seats = [a_seat(question, discipline) for discipline in THREE[:2]]
    meeting = a_meeting(question)
    for seat in seats:
        a_vote(meeting, seat)
    with pytest.raises(Refused) as refused:
        an_answer(meeting, "defer", missing="A third member.")
    assert refusals(refused) == {"R-26-quorum"}
    with pytest.raises(IntegrityError) as by_plain_sql, transaction.atomic():
        said(meeting, "defer", missing="A third member.")
    assert refusal_sentence(by_plain_sql.value) == str(refused.value)


def test_one_discipline_is_no_panel() -> None:
    question = a_question(a_file())
    meeting = a_meeting(question, quorum=2)
    for _each in range(3):
        a_vote(meeting, a_seat(question, "law"))
    with pytest.raises(Refused) as refused:
        an_answer(meeting)
    assert refusals(refused) == {"R-26-disciplines"}
    with pytest.raises(IntegrityError) as by_plain_sql, transaction.atomic():
        said(meeting)
    assert refusal_sentence(by_plain_sql.value) == str(refused.value)


def test_a_panel_does_not_approve_against_its_votes() -> None:
    meeting, seats = a_panel()
    a_vote(meeting, seats[0], "disagrees", "Too early.")
    a_vote(meeting, seats[1], "abstains")
    with pytest.raises(Refused) as refused:
        an_answer(meeting)
    assert refusals(refused) == {"R-26-majority"}
    with pytest.raises(IntegrityError) as by_plain_sql, transaction.atomic():
        said(meeting)
    assert refusal_sentence(by_plain_sql.value) == str(refused.value)
    assert an_answer(meeting, "reject").pk


def test_conditions_belong_to_an_approval_with_conditions_and_to_nothing_else() -> None:
    meeting, _seats = a_panel()
    for kind, conditions, code in (
        ("approve_with_conditions", [], "R-26-conditions"),
        ("approve", [asked_of(meeting)], "R-26-other-answer"),
    ):
        with pytest.raises(Refused) as refused:
            an_answer(meeting, kind, conditions=conditions)
        assert refusals(refused) == {code}


def test_the_database_wants_conditions_named_and_only_there() -> None:
    meeting, _seats = a_panel()
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        said(meeting, "approve_with_conditions")
        connection.check_constraints()
    assert refusal_sentence(refused.value) == "Who approves with conditions names at least one."
    resolution, worker = an_answer(meeting), worker_of(meeting.question.children.get().file)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Condition.objects.create(resolution=resolution, what="-", responsible=worker, due_on=TODAY)
    assert refusal_sentence(refused.value) == "Only a panel that approves with conditions names conditions."


@pytest.mark.parametrize(("kind", "missing"), [("defer", ""), ("approve", "A visit.")])
def test_who_defers_says_what_is_missing_and_nobody_else(kind: str, missing: str) -> None:
    meeting, _seats = a_panel()
    with pytest.raises(IntegrityError) as refused:
        an_answer(meeting, kind, missing=missing)
    assert refusal_sentence(refused.value) == "Who defers says what is missing."


def test_without_a_members_vote_the_reason_is_written_down() -> None:
    meeting, _seats = a_panel()
    absent = a_seat(meeting.question, "education")
    undeclared = a_seat(meeting.question, "care", has_conflict=None)
    a_seat(meeting.question, "social_work", as_guest=True)
    a_seat(meeting.question, "social_work", has_conflict=True)
    with pytest.raises(Refused) as refused:
        an_answer(meeting)
    assert refusals(refused) == {"R-26-absent"}
    assert f"{absent.member.full_name}, {undeclared.member.full_name}." in str(refused.value)
    resolution = an_answer(meeting, R_26_absent="Both are ill.")
    assert resolution.absent == "Both are ill."


def test_no_panel_answers_before_it_met_nor_in_the_future() -> None:
    meeting, seats = a_panel(voting="")
    later = a_meeting(meeting.question, on=TOMORROW)
    for seat in seats:
        a_vote(later, seat)
    with pytest.raises(Refused) as refused:
        an_answer(later)
    assert refusals(refused) == {"R-26-early"}
    with pytest.raises(Refused) as refused:
        resolve(
            meeting=later,
            kind="approve",
            reasons="-",
            missing="",
            conditions=[],
            on=TOMORROW,
            by=by(later.called_by),
        )
    assert refusals(refused) == {"future"}
