"""Acts on the goals of a campaign: setting one, and writing down how far it has come."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from vatra.advocacy.models import Campaign, CampaignGoal, GoalReading
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import wording
from vatra.kernel.ledger import Actor, record


@atomic()
def set_goal(
    *,
    campaign: Campaign,
    statement: Mapping[str, str],
    measure: str,
    unit: str,
    baseline: Decimal,
    target: Decimal,
    due_on: date,
    by: Actor,
) -> CampaignGoal:
    """The campaign wants a measured value to go from here to there by a day."""
    goal = CampaignGoal(
        campaign=campaign,
        statement=wording(statement),
        measure=measure,
        unit=unit,
        baseline=baseline,
        target=target,
        due_on=due_on,
    )
    well_formed(goal)
    goal.save()
    facts = {"baseline": str(baseline), "target": str(target), "due_on": due_on}
    record("set_goal", by=by, chain=campaign.key, subject=goal, facts=facts)
    return goal


@atomic()
def read_goal(*, goal: CampaignGoal, read_on: date, value: Decimal, source: str, by: Actor) -> GoalReading:
    """Write down the value that was measured on a day."""
    reading = _written(goal, read_on, value, source, by)
    record("read_goal", by=by, chain=goal.campaign.key, subject=reading, on=read_on, facts={"goal": goal.pk})
    return reading


@atomic()
def correct_goal_reading(
    *, original: GoalReading, read_on: date, value: Decimal, source: str, did_not_happen: bool, by: Actor
) -> GoalReading:
    """Write a reading anew, or that there was none; what was written before stays."""
    goal = original.goal
    reading = _written(goal, read_on, value, source, by, corrects=original, did_not_happen=did_not_happen)
    facts = {"goal": goal.pk, "corrects": original.pk, "did_not_happen": did_not_happen}
    record("correct_goal_reading", by=by, chain=goal.campaign.key, subject=reading, on=read_on, facts=facts)
    return reading


def _written(
    goal: CampaignGoal,
    read_on: date,
    value: Decimal,
    source: str,
    by: Actor,
    *,
    corrects: GoalReading | None = None,
    did_not_happen: bool = False,
) -> GoalReading:
    reading = GoalReading(
        goal=goal,
        read_on=read_on,
        value=value,
        source=source,
        recorded_by_id=by.somebody,
        recorded_at=by.at,
        corrects=corrects,
        did_not_happen=did_not_happen,
    )
    well_formed(reading)
    reading.save()
    return reading
