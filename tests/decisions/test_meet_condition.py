"""A condition of the panel is a task with a name and a day, until it is written down what came of it."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import TODAY, a_file, a_question, a_user, at, by, signed_in, worker_of
from tests.decisions.panels import a_panel, an_answer
from tests.decisions.test_issue import refusals
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.decisions.actions import meet_condition
from vatra.decisions.actions.resolving import ConditionAsked
from vatra.decisions.models import Condition
from vatra.kernel.concern import Refused
from vatra.kernel.duty import Duty
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]
IN_TWO_WEEKS = TODAY + timedelta(days=14)


def a_condition(file: File, *, responsible: User | None = None, due: date = IN_TWO_WEEKS) -> Condition:
    """What a panel asked of the worker who answers for the child."""
    meeting, _seats = a_panel(a_question(file))
    asked = ConditionAsked("Visit the school.", responsible or worker_of(file), due)
    return an_answer(meeting, "approve_with_conditions", conditions=[asked]).conditions.get()


def due_for(file: File) -> list[date]:
    """The days by which the file asks for a condition to be met."""
    return list(Duty.objects.filter(chain=file.key, rule="panel_condition").values_list("due_on", flat=True))


@pytest.mark.parametrize("due", [IN_TWO_WEEKS, date(2028, 2, 29)])
def test_a_condition_is_due_on_its_day(due: date) -> None:
    file = a_file()
    a_condition(file, due=due)
    assert due_for(file) == [due]


@pytest.mark.parametrize("days", [0, 14, 30])
def test_a_condition_is_met_early_in_time_and_late(days: int) -> None:
    file, day = a_file(), TODAY + timedelta(days=days)
    condition = a_condition(file)
    meet_condition(
        condition=condition, result="The teacher expects him.", on=day, by=by(worker_of(file), day)
    )
    condition.refresh_from_db()
    assert (condition.met_on, condition.met_by, condition.result) == (
        day,
        worker_of(file),
        "The teacher expects him.",
    )
    assert due_for(file) == []
    event = Event.objects.filter(chain=file.key).latest("position")
    assert (event.act, event.on) == ("meet_condition", day)


def test_one_condition_met_leaves_the_other_due() -> None:
    file = a_file()
    meeting, _seats = a_panel(a_question(file))
    asked = [ConditionAsked(what, worker_of(file), IN_TWO_WEEKS) for what in ("Visit.", "Call the doctor.")]
    resolution = an_answer(meeting, "approve_with_conditions", conditions=asked)
    first = resolution.conditions.get(what="Visit.")
    meet_condition(condition=first, result="Done.", on=TODAY, by=by(worker_of(file)))
    assert due_for(file) == [IN_TWO_WEEKS]


def test_a_condition_is_met_once_with_words_and_not_in_the_future() -> None:
    file = a_file()
    condition = a_condition(file)
    with pytest.raises(Refused) as refused:
        meet_condition(condition=condition, result=" ", on=IN_TWO_WEEKS, by=by(worker_of(file)))
    assert refusals(refused) == {"future", "R-26-result"}
    meet_condition(condition=condition, result="Done.", on=TODAY, by=by(worker_of(file)))
    with pytest.raises(Refused) as refused:
        meet_condition(condition=condition, result="Again.", on=TODAY, by=by(worker_of(file)))
    assert refusals(refused) == {"R-26-met"}
    assert Condition.objects.get().result == "Done."


def test_it_stands_on_the_day_of_who_is_named_and_of_nobody_else(client: Client) -> None:
    file = a_file()
    colleague = a_user(unit=file.unit)
    condition = a_condition(file, responsible=colleague)
    link = f'href="/conditions/{condition.pk}/"'
    assert link in signed_in(client, colleague).get("/").text
    assert link not in signed_in(client, worker_of(file)).get("/").text
    assert "Meet a condition of the panel" in signed_in(client, worker_of(file)).get("/").text


def test_on_the_page_it_is_written_down_what_came_of_it(client: Client) -> None:
    file = a_file()
    condition = a_condition(file)
    signed_in(client, worker_of(file))
    address = f"/conditions/{condition.pk}/"
    assert "Visit the school." in client.get(address).text
    assert client.post(address, {"result": ""}).status_code == 422
    given = {"result": "The teacher expects him.", "on": TODAY.isoformat()}
    assert client.post(address, given).headers["Location"] == f"/meetings/{condition.resolution.meeting_id}/"
    condition.refresh_from_db()
    assert condition.result == "The teacher expects him."


def test_a_stranger_finds_no_condition_and_an_auditor_meets_none(client: Client) -> None:
    condition = a_condition(a_file())
    address = f"/conditions/{condition.pk}/"
    assert signed_in(client, a_user()).get(address).status_code == 404
    auditor = a_user(Role.AUDITOR, condition.resolution.meeting.question.unit)
    assert signed_in(client, auditor).get(address).status_code == 403
