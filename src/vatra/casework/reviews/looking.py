"""Looking again, at each review: which causes and goals are asked about, and what becomes of them by the answers."""

from datetime import date

from django.db.models import Q, QuerySet

from vatra.casework.models import Cause, CauseLookedAt, File, Goal, GoalLookedAt, Review
from vatra.casework.words.entries import GoalResult
from vatra.casework.words.review import CauseNow


def causes_to_ask(file: File, on: date, corrects: Review | None = None) -> QuerySet[Cause]:
    """The causes that hold on a day; in a correction also those the version before had asked about."""
    holds = Q(first_day__lte=on) & (Q(last_day__isnull=True) | Q(last_day__gte=on))
    asked = Q(looked_at__review=corrects) if corrects else Q(pk__in=[])
    return file.causes.filter(holds | asked).distinct().order_by("first_day", "pk")


def goals_to_ask(file: File, on: date, corrects: Review | None = None) -> QuerySet[Goal]:
    """The goals of the plan of the day that are still open on it; in a correction also those asked before."""
    plan = Q(plan__first_day__lte=on) & (Q(plan__last_day__isnull=True) | Q(plan__last_day__gte=on))
    is_open = Q(result__isnull=True) | Q(result_on__gt=on)
    asked = Q(looked_at__review=corrects) if corrects else Q(pk__in=[])
    return Goal.objects.filter(plan & is_open | asked, plan__file=file).distinct().order_by("due_on", "pk")


def settled_by(answer: CauseLookedAt) -> Cause | None:
    """The cause, where the answer ends it, or where a correction takes back that it ended; None if nothing changes."""
    cause, review = answer.cause, answer.review
    before = review.corrects.causes.filter(cause=cause).first() if review.corrects else None
    was_ended = before is not None and before.now == CauseNow.GONE and cause.last_day == before.review.held_on
    if answer.now == CauseNow.GONE and (cause.last_day is None or was_ended):
        cause.last_day = review.held_on
        return cause
    if answer.now != CauseNow.GONE and was_ended:
        cause.last_day = None
        return cause
    return None


def finished_by(answer: GoalLookedAt) -> Goal | None:
    """The goal, where the answer ends it, or where a correction takes back that it ended; None if nothing changes."""
    goal, review = answer.goal, answer.review
    before = review.corrects.goals.filter(goal=goal).first() if review.corrects else None
    was_ended = before is not None and before.now == goal.result and goal.result_on == before.review.held_on
    if answer.now in GoalResult.values and (goal.result is None or was_ended):
        goal.result, goal.result_on = answer.now, review.held_on
        return goal
    if answer.now not in GoalResult.values and was_ended:
        goal.result, goal.result_on = None, None
        return goal
    return None
