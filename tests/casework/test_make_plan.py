"""Making a plan, and saying what became of a goal."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import TODAY, a_file, a_unit, a_user, by, signed_in, worker_of
from vatra.access.roles import Role
from vatra.casework.actions import make_plan
from vatra.casework.models import File, Goal, Plan
from vatra.kernel.models import Event

pytestmark = pytest.mark.django_db

WRITTEN = {
    "aim": "return_home",
    "child_view": "I want my own bed at home.",
    "from_day": "2026-03-16",
    "review_on": "2026-06-15",
    "goal-1-goal": "A warm room",
    "goal-1-measure": "The stove is set up",
    "goal-1-who": "The father and the municipality",
    "goal-1-due_on": "2026-04-30",
}


def page(file: File) -> str:
    return f"/files/{file.reference}/plans/new/"


def a_plan(file: File, *, on: date = date(2025, 12, 1)) -> Plan:
    """A plan with one goal."""
    goal = {"goal": "Papers", "measure": "A birth certificate", "who": "The worker", "due_on": TODAY}
    return make_plan(
        file=file,
        aim="return_home",
        other_aim="",
        child_view="",
        family_view="",
        from_day=on,
        review_on=date(2026, 6, 1),
        goals=[goal],
        by=by(worker_of(file), on),
    )


def test_a_plan_with_its_goals_takes_the_place_of_the_one_before(client: Client) -> None:
    file = a_file()
    before = a_plan(file)
    signed_in(client, worker_of(file)).post(page(file), WRITTEN)
    before.refresh_from_db()
    plan = Plan.objects.latest("pk")
    assert (before.last_day, plan.first_day, plan.last_day) == (date(2026, 3, 15), date(2026, 3, 16), None)
    assert [(goal.goal, goal.due_on) for goal in plan.goals.all()] == [("A warm room", date(2026, 4, 30))]
    assert Event.objects.filter(chain=file.key).latest("position").act == "make_plan"


def test_a_goal_without_a_day_is_refused(client: Client) -> None:
    file = a_file()
    undated = {name: value for name, value in WRITTEN.items() if name != "goal-1-due_on"}
    answer = signed_in(client, worker_of(file)).post(page(file), undated)
    assert answer.status_code == 422
    assert '<a href="#id_goal-1-due_on_0">' in answer.content.decode()
    assert Plan.objects.count() == 0


def test_a_plan_without_any_goal_is_refused(client: Client) -> None:
    file = a_file()
    without = {name: value for name, value in WRITTEN.items() if not name.startswith("goal-")}
    answer = signed_in(client, worker_of(file)).post(page(file), without)
    assert answer.status_code == 422
    assert "Write down at least one goal." in answer.content.decode()


def test_a_plan_is_looked_at_after_it_begins(client: Client) -> None:
    file = a_file()
    answer = signed_in(client, worker_of(file)).post(page(file), {**WRITTEN, "review_on": "2026-03-16"})
    assert answer.status_code == 422
    assert "The plan is looked at again after it was made, not before." in answer.content.decode()
    assert Plan.objects.count() == 0


def test_a_second_plan_on_the_same_day_is_refused_with_a_sentence(client: Client) -> None:
    file = a_file()
    a_plan(file, on=TODAY)
    answer = signed_in(client, worker_of(file)).post(page(file), WRITTEN)
    assert answer.status_code == 422
    assert "A child has one plan on each day." in answer.content.decode()
    assert Plan.objects.count() == 1


def test_add_another_goal_gives_one_more_row_and_keeps_what_was_typed(client: Client) -> None:
    file = a_file()
    answer = signed_in(client, worker_of(file)).post(page(file), {**WRITTEN, "more": "goal"})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert 'name="goal-1-goal" value="A warm room"' in text
    assert ('name="goal-4-goal"' in text, 'name="goal-5-goal"' in text) == (True, False)
    assert "Some things need another look" not in text
    fourth = {"goal-4-goal": "", "goal-4-measure": ""}
    longer = client.post(page(file), {**WRITTEN, **fourth, "more": "goal"}).content.decode()
    assert ('name="goal-5-goal"' in longer, 'name="goal-6-goal"' in longer) == (True, False)


def test_what_became_of_a_goal_is_said_with_its_day(client: Client) -> None:
    file = a_file()
    goal = a_plan(file).goals.get()
    signed_in(client, worker_of(file)).post(f"/goals/{goal.pk}/", {"result": "reached", "on": "2026-03-12"})
    goal.refresh_from_db()
    assert (goal.result, goal.result_on) == ("reached", date(2026, 3, 12))
    assert Event.objects.filter(chain=file.key).latest("position").act == "finish_goal"


def test_a_goal_of_another_town_is_not_found_and_an_auditor_only_reads(client: Client) -> None:
    unit = a_unit()
    goal = a_plan(a_file(unit=unit)).goals.get()
    stranger = signed_in(client, a_user())
    assert [stranger.get(f"/goals/{pk}/").status_code for pk in (goal.pk, goal.pk + 1)] == [404, 404]
    assert signed_in(client, a_user(Role.AUDITOR, unit)).get(f"/goals/{goal.pk}/").status_code == 403
    assert Goal.objects.get().result is None
