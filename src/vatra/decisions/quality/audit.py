"""Samples: which decisions somebody may look back at, how they are drawn, what is told outside."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from heapq import nsmallest

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable

from vatra.access.models import Unit, User
from vatra.decisions.models import (
    AuditedDecision,
    AuditSample,
    Decision,
    Option,
    PanelSeat,
    QuestionChild,
    TookPart,
    Weighing,
)
from vatra.decisions.words import Verdict
from vatra.kernel.clock import LOCAL
from vatra.kernel.privacy import FEWEST_SHOWN


def draw(seed: str, numbers: Sequence[str], how_many: int) -> list[str]:
    """The decision numbers with the smallest SHA-256 of seed and number: chance, that anybody can repeat."""
    return nsmallest(how_many, numbers, key=lambda number: sha256(f"{seed}{number}".encode()).hexdigest())


def issued_in(unit: Unit, first_day: date, last_day: date, *, until: datetime) -> QuerySet[Decision]:
    """What the unit and the units below it issued from the first day to the end of the last, up to a moment."""
    start, end = (datetime.combine(day, time(), LOCAL) for day in (first_day, last_day + timedelta(days=1)))
    return Decision.objects.filter(
        question__unit__lineage__contains=[unit.pk],
        issued_at__gte=start,
        issued_at__lt=end,
        issued_at__lte=until,
    )


def without_part_of(decisions: QuerySet[Decision], user: User) -> QuerySet[Decision]:
    """Those the user neither wrote, heard, issued nor sat on the panel for."""
    return decisions.filter(~_had_part(user))


def had_part(decision: Decision, user: User) -> bool:
    """Whether the user wrote, heard, issued or sat on the panel."""
    return not without_part_of(Decision.objects.filter(pk=decision.pk), user).exists()


def to_look_at(audited: QuerySet[AuditedDecision], user: User) -> QuerySet[AuditedDecision]:
    """Decisions of samples with all that lets the user look at them; `had_part` where somebody else has to."""
    part = Decision.objects.filter(_had_part(user), pk=OuterRef("decision"))
    beside = audited.select_related("sample__unit", "sample__drawn_by", "decision__question")
    return beside.annotate(had_part=Exists(part))


def _had_part(user: User) -> Combinable:
    question = {"question": OuterRef("question")}
    heard = QuestionChild.objects.filter(Q(heard_by=user) | Q(prepared_by=user), **question)
    return (
        Q(issued_by=user)
        | Q(question__asked_by=user)
        | Exists(heard)
        | Exists(TookPart.objects.filter(heard_by=user, **question))
        | Exists(Option.objects.filter(added_by=user, **question))
        | Exists(Weighing.objects.filter(written_by=user, option__question=OuterRef("question")))
        | Exists(PanelSeat.objects.filter(member=user, **question))
    )


def can_be_drawn(sample: AuditSample) -> list[str]:
    """The numbers of the decisions the sample was drawn from, in the order in which they were issued."""
    issued = issued_in(sample.unit, sample.first_day, sample.last_day, until=sample.drawn_at)
    free = without_part_of(issued, sample.drawn_by)
    return list(free.order_by("pk").values_list("number", flat=True))


def is_as_drawn(sample: AuditSample, among: Sequence[str]) -> bool:
    """Whether drawing again with the kept seed, among what can be drawn, gives the very decisions of the sample."""
    held = set(sample.decisions.values_list("decision__number", flat=True))
    return set(draw(sample.seed, among, len(held))) == held


def with_progress(samples: QuerySet[AuditSample]) -> QuerySet[AuditSample]:
    """Each sample with how many decisions it holds and how many were looked at."""
    looked_at = Count("decisions", filter=Q(decisions__verdict__isnull=False))
    return samples.annotate(drawn=Count("decisions"), looked_at=looked_at)


def found_in(sample: AuditSample) -> dict[str, int]:
    """How many decisions of the sample got each verdict, also those that none got."""
    given = AuditedDecision.objects.filter(sample=sample, verdict__isnull=False).values_list("verdict")
    counted = dict(given.order_by().annotate(decisions=Count("pk")))
    return {verdict.value: counted.get(verdict.value, 0) for verdict in Verdict}


def told_outside(found: Mapping[str, int]) -> dict[str, int] | None:
    """The counts as they may leave; None where one of them is from one to four and would point at somebody.

    Then none is told: beside the sum, a single count left out could be worked out from the others.
    """
    return None if any(0 < count < FEWEST_SHOWN for count in found.values()) else dict(found)
