"""The timeline tells whom a panel brought together, what it answered, and what came of what it asked for."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from tests.builders import TODAY, a_file, a_question, at, by, signed_in, worker_of
from tests.decisions.panels import a_panel, an_answer
from tests.desk.counting import MOST_QUERIES, cost
from vatra.casework.models import File
from vatra.decisions.actions import meet_condition
from vatra.decisions.actions.resolving import ConditionAsked
from vatra.decisions.models import Condition
from vatra.desk.timeline import page_after
from vatra.desk.timeline.words import Kind

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

DUE = TODAY + timedelta(days=14)
PANEL = {Kind.PANEL_CALLED, Kind.PANEL_MEMBER, Kind.PANEL_SAID, Kind.CONDITION_MET, Kind.CONDITION_LATE}


def a_condition(file: File) -> Condition:
    """What a panel of three asked of the worker, within two weeks."""
    meeting, _seats = a_panel(a_question(file))
    asked = ConditionAsked("Visit the school.", worker_of(file), DUE)
    return an_answer(meeting, "approve_with_conditions", conditions=[asked]).conditions.get()


def met(condition: Condition, on: date, file: File) -> None:
    meet_condition(condition=condition, result="The teacher expects him.", on=on, by=by(worker_of(file), on))


def of_the_panel(file: File, on: date) -> list[tuple[Kind, date]]:
    """What the timeline says of the panel on a day, the latest first."""
    with time_machine.travel(at(on), tick=False):
        entries = page_after(file, None).entries
    return [(entry.kind, entry.day) for entry in entries if entry.kind in PANEL]


def test_the_panel_is_called_its_members_sit_and_it_answers() -> None:
    file = a_file()
    a_condition(file)
    assert of_the_panel(file, TODAY) == [
        (Kind.PANEL_SAID, TODAY),
        *[(Kind.PANEL_MEMBER, TODAY)] * 3,
        (Kind.PANEL_CALLED, TODAY),
    ]


@pytest.mark.parametrize("days", [0, 14])
def test_a_condition_done_in_time_was_never_late(days: int) -> None:
    file, on = a_file(), TODAY + timedelta(days=days)
    met(a_condition(file), on, file)
    seen = of_the_panel(file, DUE + timedelta(days=30))
    assert (Kind.CONDITION_MET, on) in seen
    assert Kind.CONDITION_LATE not in dict(seen)


def test_a_condition_is_late_from_the_day_after_it_was_due_and_stays_so_once_done() -> None:
    file, next_day = a_file(), DUE + timedelta(days=1)
    condition = a_condition(file)
    assert Kind.CONDITION_LATE not in dict(of_the_panel(file, DUE))
    assert of_the_panel(file, next_day)[0] == (Kind.CONDITION_LATE, next_day)
    met(condition, next_day, file)
    assert of_the_panel(file, next_day)[:2] == [
        (Kind.CONDITION_MET, next_day),
        (Kind.CONDITION_LATE, next_day),
    ]


def test_the_page_says_it_in_words_and_leads_to_the_meeting(client: Client) -> None:
    file = a_file()
    condition = a_condition(file)
    met(condition, TODAY, file)
    page = signed_in(client, worker_of(file)).get(f"/files/{file.reference}/timeline/").text
    meeting = condition.resolution.meeting
    names = [seat.member.full_name for seat in meeting.question.seats.all()]
    shown = (
        "The panel answered",
        "Approved with conditions",
        "Visit the school.",
        "The teacher expects him.",
    )
    for told in (*shown, *names, "Psychology", meeting.agenda):
        assert told in page
    assert f'href="/meetings/{meeting.pk}/"' in page


def test_a_panel_costs_the_timeline_and_the_file_no_query_more(client: Client) -> None:
    file = a_file()
    signed_in(client, worker_of(file))
    addresses = [f"/files/{file.reference}/timeline/", f"/files/{file.reference}/"]
    before = [cost(client, address)[0] for address in addresses]
    a_condition(file)
    after = [cost(client, address)[0] for address in addresses]
    assert before[0] == after[0]
    assert max(after) <= MOST_QUERIES
