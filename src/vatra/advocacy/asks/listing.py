"""Many asks at once, each with its state and its three ratings on a day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from vatra.advocacy.asks.seen import happenings
from vatra.advocacy.asks.state import State, state_on
from vatra.advocacy.asks.words import Claim, Progress, Quality
from vatra.advocacy.models import (
    AskUpdate,
    ContributionRating,
    PolicyAsk,
    ProgressRating,
    QualityRating,
)

NEWEST = ("-rated_on", "-pk")


@dataclass(frozen=True)
class ListedAsk:
    """An ask with what is known of it on a day; None where nobody has rated it yet."""

    ask: PolicyAsk
    state: State
    progress: Progress | None
    quality: Quality | None
    contribution: Claim | None


def listed(asks: QuerySet[PolicyAsk], *, on: date) -> list[ListedAsk]:
    """The asks that were made by a day, by theme. Two queries."""
    of_this = {"ask": OuterRef("pk"), "rated_on__lte": on}
    progress = ProgressRating.objects.filter(**of_this).order_by(*NEWEST)
    quality = QualityRating.objects.filter(**of_this).order_by(*NEWEST)
    claims = ContributionRating.objects.filter(approved_at__isnull=False, **of_this).order_by(*NEWEST)
    rated = asks.filter(asked_on__lte=on).annotate(
        step=Subquery(progress.values("step")[:1]),
        grade=Subquery(quality.values("grade")[:1]),
        claim=Subquery(claims.values("claim")[:1]),
    )
    updates = Prefetch("updates", AskUpdate.objects.order_by("happened_on", "pk"))
    found = rated.select_related("addressee__institution", "campaign").prefetch_related(updates)
    return [_listed(each, on) for each in found.order_by("theme", "asked_on", "pk")]


def _listed(ask: PolicyAsk, on: date) -> ListedAsk:
    state = state_on(on, happenings(ask.updates.all()), asked_on=ask.asked_on)
    assert state, "asks that were not made yet are left out"
    step, grade, claim = (getattr(ask, name) for name in ("step", "grade", "claim"))
    return ListedAsk(
        ask,
        state,
        Progress(step) if step else None,
        Quality(grade) if grade else None,
        Claim(claim) if claim else None,
    )
