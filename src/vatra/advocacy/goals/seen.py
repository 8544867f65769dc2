"""The goals of a campaign with how far they have come."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from vatra.advocacy.goals.progress import GoalProgress, Reading, progress_on
from vatra.advocacy.models import Campaign, CampaignGoal, GoalReading


@dataclass(frozen=True)
class SeenGoal:
    """A goal, what was measured, and what that means on a day."""

    goal: CampaignGoal
    readings: list[GoalReading]
    progress: GoalProgress


def goals_of(campaign: Campaign, *, on: date) -> list[SeenGoal]:
    """The goals of a campaign in the order of their days. Two queries."""
    standing = GoalReading.objects.standing().order_by("read_on", "pk")
    goals = campaign.goals.order_by("due_on", "pk").prefetch_related(Prefetch("readings", standing))
    return [_seen(goal, on) for goal in goals]


def _seen(goal: CampaignGoal, on: date) -> SeenGoal:
    readings = list(goal.readings.all())
    measured = [Reading(each.read_on, each.value) for each in readings]
    progress = progress_on(
        on, baseline=goal.baseline, target=goal.target, due_on=goal.due_on, readings=measured
    )
    return SeenGoal(goal, readings, progress)
