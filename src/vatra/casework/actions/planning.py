"""Making a plan and finishing its goals."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from vatra.casework.models import File, Goal, Plan
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@atomic()
def make_plan(
    *,
    file: File,
    aim: str,
    other_aim: str,
    child_view: str,
    family_view: str,
    from_day: date,
    review_on: date,
    goals: Sequence[Mapping[str, Any]],
    by: Actor,
) -> Plan:
    """Agree where the plan leads and by which goals; the plan before ends the day before (R-28, R-29).

    `goals` are mappings with the keys goal, measure, who, due_on.
    """
    for before in file.plans.filter(last_day__isnull=True, first_day__lt=from_day):
        before.last_day = from_day - timedelta(days=1)
        before.save(update_fields=["last_day"])
    plan = Plan(
        file=file,
        aim=aim,
        other_aim=other_aim,
        child_view=child_view,
        family_view=family_view,
        made_by_id=by.somebody,
        first_day=from_day,
        review_on=review_on,
    )
    well_formed(plan)
    plan.save()
    for goal in goals:
        row = Goal(plan=plan, **goal)
        well_formed(row)
        row.save()
    record(
        "make_plan", by=by, chain=file.key, subject=plan, on=from_day, facts={"aim": aim, "goals": len(goals)}
    )
    return plan


@atomic()
def finish_goal(*, goal: Goal, result: str, on: date, by: Actor) -> Goal:
    """Say what became of a goal."""
    goal.result, goal.result_on = result, on
    well_formed(goal)
    goal.save(update_fields=["result", "result_on"])
    record("finish_goal", by=by, chain=goal.plan.file.key, subject=goal, on=on, facts={"result": result})
    return goal
