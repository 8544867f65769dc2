"""The days in care: visits, contacts, reviews, the plan."""

from collections.abc import Mapping, Sequence
from datetime import time

from vatra.casework.actions import hold_review, make_plan, plan_review, record_contact, record_visit
from vatra.casework.models import File, Plan, PlannedReview
from vatra.casework.reviews.around import around
from vatra.casework.reviews.interval import latest_next_review
from vatra.casework.reviews.looking import causes_to_ask, goals_to_ask
from vatra.casework.reviews.meeting import CauseAnswer, GoalAnswer, Meeting
from vatra.casework.words.entries import ContactKind, Participation, PlanAim, VisitPurpose
from vatra.casework.words.review import CauseNow, GoalNow, Part
from vatra.desk.demo.town import Town
from vatra.people.models import Person


def visited(
    town: Town,
    file: File,
    *,
    ago: int,
    account: str,
    child_words: str = "",
    purpose: VisitPurpose = VisitPurpose.REGULAR,
) -> None:
    """The social worker saw the child at home; with words, also spoke with the child alone."""
    record_visit(
        file=file,
        visited_on=town.ago(ago),
        purpose=purpose,
        saw_child=True,
        saw_child_alone=bool(child_words),
        child_words=child_words,
        account=account,
        reasons={},
        by=town.by_worker(ago),
    )


def met(
    town: Town,
    file: File,
    relative: Person,
    *,
    ago: int,
    account: str,
    child_words: str = "",
    kind: ContactKind = ContactKind.MEETING,
) -> None:
    """The child and somebody of the family."""
    record_contact(
        file=file,
        met_on=town.ago(ago),
        relative=relative,
        kind=kind,
        child_words=child_words,
        account=account,
        reasons={},
        by=town.by_worker(ago),
    )


def reviewed(
    town: Town,
    file: File,
    *,
    ago: int,
    child_words: str,
    causes_now: str,
    conclusion: str,
    participation: Participation = Participation.SPOKE,
) -> None:
    """The regular review with those around the child; the causes are less than before, the goals on the way."""
    held_on = town.ago(ago)
    meeting = Meeting(
        place=file.unit.name,
        present=[each for each in around(file, held_on) if each.part == Part.CARER],
        causes=[CauseAnswer(cause, CauseNow.LESS) for cause in causes_to_ask(file, held_on)],
        goals=[GoalAnswer(goal, GoalNow.ON_THE_WAY) for goal in goals_to_ask(file, held_on)],
    )
    hold_review(
        file=file,
        held_on=held_on,
        meeting=meeting,
        participation=participation,
        child_words=child_words,
        causes_now=causes_now,
        conclusion=conclusion,
        next_on=latest_next_review(file, held_on),
        reasons={},
        by=town.by_supervisor(ago),
    )


def review_planned(town: Town, file: File, *, ago: int, days_ahead: int, place: str) -> PlannedReview:
    """The next review has a day, and everybody around the child is invited."""
    return plan_review(
        file=file,
        meets_on=town.ago(ago - days_ahead),
        hour=time(10),
        place=place,
        invited=around(file, town.ago(ago)),
        reasons={},
        by=town.by_worker(ago),
    )


def planned(
    town: Town,
    file: File,
    *,
    ago: int,
    aim: PlanAim,
    other_aim: PlanAim,
    child_view: str,
    family_view: str,
    goals: Sequence[Mapping[str, object]],
) -> Plan:
    """The plan; each goal has goal, measure, who and due_on."""
    return make_plan(
        file=file,
        aim=aim,
        other_aim=other_aim,
        child_view=child_view,
        family_view=family_view,
        from_day=town.ago(ago),
        review_on=town.ago(ago - 180),
        goals=goals,
        by=town.by_worker(ago),
    )
