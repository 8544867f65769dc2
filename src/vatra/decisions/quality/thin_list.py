"""Decisions and open questions of a unit whose reasons look thin: one page of the list, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.urls import reverse

from vatra.access.models import Reach, Unit, User
from vatra.access.roles import Permission
from vatra.decisions.models import Decision, Question, QuestionChild, ThinReason
from vatra.decisions.quality.thin_reading import thin_while_open
from vatra.decisions.quality.thin_words import because
from vatra.kernel.clock import local_day
from vatra.kernel.sentence import Sentence

PAGE = 30
# Open questions are few and change from day to day: they are looked at when the page is opened, so many at once.
LOOKED_AT = 60

R = TypeVar("R", Decision, Question)


@dataclass(frozen=True)
class Flagged:
    """One line: what it is, about whom, since when, and a sentence for every flag."""

    title: Sentence
    number: str
    children: Sequence[str]
    on: date
    url: str
    because: Sequence[str]


@dataclass(frozen=True)
class FlaggedPage:
    """The lines of one page; `next_after` is the row after which the list goes on."""

    lines: list[Flagged]
    next_after: int | None


def decided_with_thin_reasons(
    unit: Unit, *, seen_by: User, on: date, kind: str, after: int | None
) -> FlaggedPage:
    """Decisions flagged when they were issued. Five queries for any number of them."""
    thin = ThinReason.objects.filter(decision=OuterRef("pk"), **({"kind": kind} if kind else {}))
    decisions = Decision.objects.filter(Exists(thin), question__unit__in=_below(unit)).select_related(
        "question"
    )
    flags = Prefetch("thin_reasons", ThinReason.objects.order_by("pk"))
    children = Prefetch("question__children", _children())
    found = list(_after(decisions, after).prefetch_related(flags, children)[: PAGE + 1])
    seen = _visible([each.question for each in found], seen_by, on)
    return FlaggedPage(
        [_decided(each) for each in found[:PAGE] if each.question_id in seen], _next(found, PAGE)
    )


def open_with_thin_reasons(
    unit: Unit, *, seen_by: User, on: date, kind: str, after: int | None
) -> FlaggedPage:
    """Those of the next open questions that look thin as they stand. Six queries for any number of them."""
    questions = _after(Question.objects.undecided().filter(unit__in=_below(unit)), after)
    read = questions.prefetch_related("options__weighings", Prefetch("children", _children()))
    found = list(read[: LOOKED_AT + 1])
    seen = _visible(found, seen_by, on)
    lines = [line for each in found[:LOOKED_AT] if each.pk in seen and (line := _open(each, kind))]
    return FlaggedPage(lines, _next(found, LOOKED_AT))


def _children() -> QuerySet[QuestionChild]:
    return QuestionChild.objects.select_related("file__child").order_by("pk")


def _below(unit: Unit) -> list[int]:
    return list(Unit.objects.filter(lineage__contains=[unit.pk]).values_list("pk", flat=True))


def _visible(questions: Sequence[Question], user: User, on: date) -> set[int]:
    """Those about a child whose file the user reaches today, asked for the files of one page."""
    files = {each.pk: {child.file_id for child in each.children.all()} for each in questions}
    reach = Reach.objects.on(on).allowing(Permission.REVIEW_DECISIONS).filter(user=user)
    reached = set(reach.filter(file_id__in=set().union(*files.values())).values_list("file_id", flat=True))
    return {question for question, about in files.items() if about & reached}


def _after(rows: QuerySet[R], after: int | None) -> QuerySet[R]:
    return (rows if after is None else rows.filter(pk__lt=after)).order_by("-pk")


def _next(found: Sequence[Decision | Question], size: int) -> int | None:
    return found[size - 1].pk if len(found) > size else None


def _decided(decision: Decision) -> Flagged:
    return Flagged(
        title=decision.question.get_kind_display(),
        number=decision.number,
        children=[child.file.child.name for child in decision.question.children.all()],
        on=local_day(decision.issued_at),
        url=reverse("decisions:quality", args=[decision.pk]),
        because=[because(thin.kind, thin.about) for thin in decision.thin_reasons.all()],
    )


def _open(question: Question, kind: str) -> Flagged | None:
    thin = [each for each in thin_while_open(question) if kind in ("", each.kind)]
    if not thin:
        return None
    return Flagged(
        title=question.get_kind_display(),
        number="",
        children=[child.file.child.name for child in question.children.all()],
        on=question.asked_on,
        url=reverse("decisions:question", args=[question.pk]),
        because=[because(each.kind, each.about) for each in thin],
    )
