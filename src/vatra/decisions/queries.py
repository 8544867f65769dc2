"""What is asked of the record about a question."""

from datetime import date
from functools import cache

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery

from vatra.casework.models import Assessment, Support
from vatra.decisions.models import (
    Decision,
    Option,
    Question,
    QuestionChild,
    Weighing,
    Withdrawal,
)
from vatra.decisions.rules.afterwards import Standing
from vatra.decisions.siblings import PairOfSiblings, pairs_of
from vatra.kernel.clock import local_day
from vatra.kernel.ledger import Event
from vatra.kernel.read_along import along, hold, rows_along
from vatra.people.queries import siblings_of


def children_of(question: Question) -> list[QuestionChild]:
    """The children of the question, with what else the rules ask about them."""
    return list(children_in(question))


def children_in(question: Question) -> QuerySet[QuestionChild]:
    """The same, to be read with more beside them."""
    assessed = (
        Assessment.objects.filter(file=OuterRef("file"))
        .values("file")
        .annotate(on=Max("made_on"))
        .values("on")
    )
    return (
        question.children.select_related("file__child", "heard_by", "prepared_by", "felt_heard")
        .annotate(
            assessed_on=Subquery(assessed),
            support_was_tried=Exists(Support.objects.filter(file=OuterRef("file"))),
        )
        .order_by("pk")
    )


@cache
def _weighed() -> ArraySubquery:
    return along(Weighing.objects.filter(option=OuterRef("pk")).order_by("pk"))


def options_of(question: Question) -> list[Option]:
    """The options on the table with their weighings, in one statement."""
    options: list[Option] = list(question.options.annotate(weighed=_weighed()).order_by("pk"))
    for option in options:
        hold(option, "weighings", rows_along(Weighing, option.weighed))  # type: ignore[attr-defined]
    return options


def pairs_of_siblings(question: Question, *, on: date) -> list[PairOfSiblings]:
    """The brothers and sisters this question could part, with the reasons written so far."""
    children = children_of(question)
    siblings = siblings_of([child.file.child_id for child in children])
    return pairs_of(children, siblings, question.separations.select_related("file"), on=on)


def standing_of(decision: Decision) -> Standing:
    """How the decision stands now; three queries."""
    return Standing(
        issued_on=local_day(decision.issued_at),
        appeal_until=decision.appeal_until,
        is_superseded=Decision.objects.filter(supersedes=decision).exists(),
        is_withdrawn=Withdrawal.objects.filter(decision=decision).exists(),
        was_carried_out=was_carried_out(decision),
    )


def holds(decision: Decision) -> bool:
    """Whether something may still be done by the decision: not superseded, withdrawn or overturned on appeal."""
    fell = Q(superseded_by__isnull=False) | Q(withdrawal__isnull=False) | Q(appeals__outcome="overturned")
    return not Decision.objects.filter(fell, pk=decision.pk).exists()


def was_carried_out(decision: Decision) -> bool:
    """Whether a child came to live, or returned to the family, by this decision."""
    outcomes = list(decision.outcomes.order_by("pk").values_list("pk", "file__key"))
    if decision.outcomes.filter(placements__isnull=False).exists():
        return True
    returns = Event.objects.filter(chain__in=[key for _pk, key in outcomes], act="return_home", reading=False)
    return returns.filter(facts__outcome__in=[pk for pk, _key in outcomes]).exists()
