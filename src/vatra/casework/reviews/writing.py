"""Keeping the parts of a review that is being held; part of the act, which records the event."""

from collections.abc import Iterable

from django.db import models

from vatra.casework.models import (
    CauseLookedAt,
    DecisionAskedFor,
    GoalLookedAt,
    Invited,
    PlannedReview,
    Present,
    Review,
)
from vatra.casework.reviews.looking import finished_by, settled_by
from vatra.casework.reviews.meeting import CauseAnswer, GoalAnswer, Meeting, Somebody
from vatra.kernel.constraints import well_formed


def keep(row: models.Model) -> None:
    """Keep a row that says by itself whether it is well formed."""
    well_formed(row)
    row.save()


def keep_invited(planned: PlannedReview, invited: Iterable[Somebody]) -> None:
    """Who is asked to come."""
    for each in invited:
        keep(Invited(planned=planned, part=each.part, person=each.person, name=each.name))


def keep_meeting(review: Review, meeting: Meeting) -> None:
    """Who was there, what became of causes and goals, and what is asked to be decided."""
    for each in meeting.present:
        keep(Present(review=review, part=each.part, person=each.person, name=each.name))
    for cause in meeting.causes:
        _keep_cause(review, cause)
    for goal in meeting.goals:
        _keep_goal(review, goal)
    for what in meeting.asked_for:
        keep(DecisionAskedFor(review=review, what=what))


def _keep_cause(review: Review, answer: CauseAnswer) -> None:
    row = CauseLookedAt(review=review, cause=answer.cause, now=answer.now, account=answer.account)
    keep(row)
    if settled := settled_by(row):
        settled.save(update_fields=["last_day"])


def _keep_goal(review: Review, answer: GoalAnswer) -> None:
    row = GoalLookedAt(review=review, goal=answer.goal, now=answer.now, account=answer.account)
    keep(row)
    if finished := finished_by(row):
        finished.save(update_fields=["result", "result_on"])
