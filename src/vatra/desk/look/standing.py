"""Who answers for the child, on what legal ground, by which plan, and what is due: one query."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat, JSONObject, Trim

from vatra.casework.models import File, FileWorker, Goal, Plan, PlannedReview
from vatra.casework.words.entries import GoalResult, PlanAim
from vatra.decisions.models import Question, QuestionChild
from vatra.decisions.words import QuestionKind
from vatra.desk.due import Due, duties_as_json
from vatra.kernel.sentence import Sentence
from vatra.law.models import Guardianship, LegalStatus
from vatra.law.words import GuardianKind, StatusKind


@dataclass(frozen=True)
class Held:
    """Something that holds since a day, and until one where an end is set: a legal status, a guardianship."""

    what: Sentence
    by: str
    since: date
    until: date | None = None


@dataclass(frozen=True)
class GoalSeen:
    """One goal of the plan as the file shows it."""

    number: int
    goal: str
    who: str
    due_on: date
    result: Sentence | None


@dataclass(frozen=True)
class PlanSeen:
    """The plan that holds, with its goals in the order of their days."""

    aim: Sentence
    other_aim: Sentence | None
    first_day: date
    review_on: date
    goals: list[GoalSeen]


@dataclass(frozen=True)
class OpenQuestion:
    """A question about the child that nobody has decided yet; `is_answered` says whether the child was heard."""

    number: int
    kind: Sentence
    asked_on: date
    is_answered: bool


@dataclass(frozen=True)
class PlannedReviewSeen:
    """A review that is planned and neither held nor put off."""

    number: int
    meets_on: date
    place: str


@dataclass(frozen=True)
class Standing:
    """How things stand for the child today."""

    worker: str
    guardian: Held | None
    legal_status: Held | None
    plan: PlanSeen | None
    due: list[Due]
    questions: list[OpenQuestion]
    reviews: list[PlannedReviewSeen]


def standing_of(file: File, *, on: date) -> Standing:
    """How things stand on a day."""
    row = (
        File.objects.filter(pk=file.pk)
        .values(
            worker=Subquery(_on(FileWorker.objects, on).values("worker__full_name")[:1]),
            guardian=_one(
                _on(Guardianship.objects, on),
                kind="kind",
                name=_NAME,
                body="body",
                since="first_day",
                until="last_day",
            ),
            status=_one(
                _on(LegalStatus.objects, on),
                kind="kind",
                by="ordered_by",
                since="first_day",
                until="last_day",
            ),
            plan=_one(
                _on(Plan.objects, on), aim="aim", other="other_aim", since="first_day", review="review_on"
            ),
            goals=ArraySubquery(_goals(on)),
            duties=ArraySubquery(duties_as_json(OuterRef("key"), on=on)),
            asked=ArraySubquery(_questions()),
            meetings=ArraySubquery(_planned_reviews()),
        )
        .get()
    )
    return Standing(
        worker=row["worker"] or "",
        guardian=_guardian(row["guardian"]),
        legal_status=_status(row["status"]),
        plan=_plan(row["plan"], row["goals"]),
        due=[Due.from_json(each, on=on) for each in row["duties"]],
        questions=[_question(each) for each in row["asked"]],
        reviews=[_planned_review(each) for each in row["meetings"]],
    )


_NAME = Trim(Concat("guardian__given_name", Value(" "), "guardian__family_name"))


def _on(manager: Any, day: date) -> QuerySet[Any]:
    holds = Q(last_day__isnull=True) | Q(last_day__gte=day)
    found: QuerySet[Any] = manager.filter(holds, file=OuterRef("pk"), first_day__lte=day)
    return found.order_by("-first_day", "-pk")


def _one(found: QuerySet[Any], **columns: Any) -> Subquery:
    return Subquery(found.values(json=JSONObject(**columns))[:1])


def _goals(on: date) -> QuerySet[Goal, Any]:
    holds = Q(plan__last_day__isnull=True) | Q(plan__last_day__gte=on)
    goals = Goal.objects.filter(holds, plan__file=OuterRef("pk"), plan__first_day__lte=on)
    columns = JSONObject(number="pk", goal="goal", who="who", due_on="due_on", result="result")
    return goals.order_by("due_on", "pk").values(json=columns)


def _questions() -> QuerySet[QuestionChild, Any]:
    undecided = Question.objects.undecided().filter(pk=OuterRef("question"))
    columns = JSONObject(
        number="question_id",
        kind="question__kind",
        asked="question__asked_on",
        how="heard_how",
        why_not="not_heard_reason",
    )
    asked = QuestionChild.objects.filter(Exists(undecided), file=OuterRef("pk"))
    return asked.order_by("question__asked_on", "pk").values(json=columns)


def _planned_reviews() -> QuerySet[PlannedReview, Any]:
    planned = PlannedReview.objects.to_be_held().filter(file=OuterRef("pk"))
    columns = JSONObject(number="pk", meets_on="meets_on", place="place")
    return planned.order_by("meets_on", "pk").values(json=columns)


def _guardian(row: Mapping[str, Any] | None) -> Held | None:
    if row is None:
        return None
    kind = GuardianKind(row["kind"]).label
    return Held(kind, row["name"] or row["body"] or "", date.fromisoformat(row["since"]), _until(row))


def _status(row: Mapping[str, Any] | None) -> Held | None:
    if row is None:
        return None
    return Held(StatusKind(row["kind"]).label, row["by"], date.fromisoformat(row["since"]), _until(row))


def _until(row: Mapping[str, Any]) -> date | None:
    return date.fromisoformat(row["until"]) if row["until"] else None


def _plan(row: Mapping[str, Any] | None, goals: list[Mapping[str, Any]]) -> PlanSeen | None:
    if row is None:
        return None
    return PlanSeen(
        aim=PlanAim(row["aim"]).label,
        other_aim=PlanAim(row["other"]).label if row["other"] else None,
        first_day=date.fromisoformat(row["since"]),
        review_on=date.fromisoformat(row["review"]),
        goals=[_goal(goal) for goal in goals],
    )


def _goal(row: Mapping[str, Any]) -> GoalSeen:
    result = GoalResult(row["result"]).label if row["result"] else None
    return GoalSeen(row["number"], row["goal"], row["who"], date.fromisoformat(row["due_on"]), result)


def _question(row: Mapping[str, Any]) -> OpenQuestion:
    kind, asked_on = QuestionKind(row["kind"]).label, date.fromisoformat(row["asked"])
    return OpenQuestion(row["number"], kind, asked_on, is_answered=bool(row["how"] or row["why_not"]))


def _planned_review(row: Mapping[str, Any]) -> PlannedReviewSeen:
    return PlannedReviewSeen(row["number"], date.fromisoformat(row["meets_on"]), row["place"])
