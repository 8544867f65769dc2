"""What tests of reviews are made of."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from tests.builders import TODAY, by, worker_of
from vatra.casework.actions import hold_review, make_plan, plan_review
from vatra.casework.models import File, Goal, PlannedReview, Review
from vatra.casework.reviews.around import around
from vatra.casework.reviews.meeting import Meeting

# What is written on the page of a review in a file without causes and goals.
WRITTEN = {
    "held_on": "2026-03-12",
    "participation": "PN1",
    "child_words": "I want to go home at the weekend.",
    "conclusion": "Weekends at home from April.",
}


def a_planned_review(
    file: File,
    *,
    meets_on: date = TODAY,
    on: date = date(2026, 3, 2),
    reasons: Mapping[str, str] | None = None,
) -> PlannedReview:
    """A review planned at the school for ten o'clock, to which everybody around the child is invited."""
    return plan_review(
        file=file,
        meets_on=meets_on,
        hour=time(10),
        place="School Dardania",
        invited=around(file, on),
        reasons=reasons or {},
        by=by(worker_of(file), on),
    )


def a_review(file: File, **told: Any) -> Review:
    """A review in which the child spoke; in a file without causes unless the meeting answers for them."""
    usual: dict[str, Any] = {
        "file": file,
        "held_on": date(2026, 3, 12),
        "participation": "PN1",
        "child_words": "I want to go home at the weekend.",
        "conclusion": "Weekends at home from April.",
        "next_on": date(2026, 6, 12),
        "reasons": {},
        "by": by(worker_of(file)),
        "meeting": Meeting(),
    }
    return hold_review(**{**usual, **told})


def a_goal(file: File) -> Goal:
    """The one goal of a plan that holds since December."""
    goal = {"goal": "A warm room", "measure": "The stove is set up", "who": "The father", "due_on": TODAY}
    plan = make_plan(
        file=file,
        aim="return_home",
        other_aim="",
        child_view="",
        family_view="",
        from_day=date(2025, 12, 1),
        review_on=date(2026, 6, 1),
        goals=[goal],
        by=by(worker_of(file), date(2025, 12, 1)),
    )
    return plan.goals.get()
