"""Planning a review, holding it, and writing down that it did not take place."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from vatra.casework.models import File, PlannedReview, Review
from vatra.casework.reviews.interval import latest_next_review
from vatra.casework.reviews.looking import causes_to_ask
from vatra.casework.reviews.meeting import Meeting, Somebody
from vatra.casework.reviews.rules import Held, concerns_before_holding, concerns_before_planning
from vatra.casework.reviews.states import PlannedState, advance
from vatra.casework.reviews.writing import keep, keep_invited, keep_meeting
from vatra.casework.rules import day_of_entry, written_after_closing
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Concern, heed
from vatra.kernel.ledger import Actor, record


@atomic()
def plan_review(
    *,
    file: File,
    meets_on: date,
    hour: time | None,
    place: str,
    invited: Sequence[Somebody],
    reasons: Mapping[str, str],
    by: Actor,
) -> PlannedReview:
    """Set day and place of the next review and invite to it; the clock runs on until it is held (R-33)."""
    concerns = [
        *written_after_closing(meets_on, file.closed_on),
        *concerns_before_planning(meets_on, by.today, [each.part for each in invited], _planned_for(file)),
    ]
    why = "\n".join(heed(concerns, reasons).values())
    planned = PlannedReview(
        file=file,
        meets_on=meets_on,
        hour=hour,
        place=place,
        planned_on=by.today,
        planned_by_id=by.somebody,
    )
    keep(planned)
    keep_invited(planned, invited)
    facts = {"invited": [each.part for each in invited]}
    record("plan_review", by=by, chain=file.key, subject=planned, on=meets_on, why=why, facts=facts)
    return planned


@atomic()
def review_did_not_take_place(
    *,
    planned: PlannedReview,
    because: str,
    account: str,
    new_day: date,
    hour: time | None,
    place: str,
    by: Actor,
) -> PlannedReview:
    """Write down why a planned review was not held, and set the new day; who was invited is invited again."""
    missed = advance(planned, PlannedState.MISSED)
    heed(written_after_closing(new_day, missed.file.closed_on), {})
    missed.missed_because, missed.missed_account = because, account
    keep(missed)
    new = PlannedReview(
        file=missed.file,
        meets_on=new_day,
        hour=hour,
        place=place,
        planned_on=by.today,
        planned_by_id=by.somebody,
        instead_of=missed,
    )
    keep(new)
    keep_invited(new, [Somebody.of(each) for each in missed.invited.select_related("person").order_by("pk")])
    record(
        "review_did_not_take_place",
        by=by,
        chain=missed.file.key,
        subject=missed,
        on=missed.meets_on,
        facts={"because": because, "new_day": new_day.isoformat()},
    )
    return new


@atomic()
def hold_review(
    *,
    file: File,
    held_on: date,
    participation: str,
    child_words: str,
    conclusion: str,
    next_on: date,
    reasons: Mapping[str, str],
    by: Actor,
    causes_now: str = "",
    why_without: str | None = None,
    meeting: Meeting | None = None,
    planned: PlannedReview | None = None,
    corrects: Review | None = None,
) -> Review:
    """Hold the regular review: the child's part, the causes and goals looked at, the next one set (R-33, R-07, R-29).

    `planned` is the meeting that was planned, if one was. A cause that is no longer there ends on this day, and so does
    a goal that was reached or given up.
    """
    told = meeting or Meeting()
    if planned and corrects is None:
        planned = advance(planned, PlannedState.HELD)
    review = Review(
        file=file,
        planned=planned,
        held_on=held_on,
        place=told.place,
        led_by_id=by.somebody,
        participation=participation,
        child_words=child_words,
        why_without=why_without,
        causes_now=causes_now,
        conclusion=conclusion,
        next_on=next_on,
        corrects=corrects,
    )
    why = "\n".join(heed(_concerns(review, told, by.today), reasons).values())
    keep(review)
    keep_meeting(review, told)
    facts = _facts(review, told)
    record("hold_review", by=by, chain=file.key, subject=review, on=held_on, why=why, facts=facts)
    return review


def _planned_for(file: File) -> date | None:
    """The day of the review that is planned and waits to be held; the earliest, where there are several."""
    return file.planned_reviews.to_be_held().order_by("meets_on").values_list("meets_on", flat=True).first()


def _concerns(review: Review, told: Meeting, today: date) -> list[Concern]:
    file = review.file
    return [
        *day_of_entry(review.held_on, opened_on=file.opened_on, closed_on=file.closed_on, today=today),
        *concerns_before_holding(_as_rules_see(review, told)),
    ]


def _as_rules_see(review: Review, told: Meeting) -> Held:
    file, held_on = review.file, review.held_on
    return Held(
        participation=review.participation,
        age=file.child.age_on(held_on),
        open_causes=causes_to_ask(file, held_on, review.corrects).values_list("pk", flat=True),
        answered_causes=[each.cause.pk for each in told.causes],
        next_on=review.next_on or held_on,
        latest_next=latest_next_review(file, held_on),
    )


def _facts(review: Review, told: Meeting) -> dict[str, object]:
    return {
        "participation": review.participation,
        "why_without": review.why_without,
        "planned": review.planned_id,
        "causes": {each.cause.kind: each.now for each in told.causes},
        "goals": {f"goal_{each.goal.pk}": each.now for each in told.goals},
        "corrects": review.corrects_id,
    }
