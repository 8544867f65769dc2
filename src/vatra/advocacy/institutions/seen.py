"""Promises with what became of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from vatra.advocacy.institutions.promises import Told, outcome_on
from vatra.advocacy.models import Promise, PromiseJudgement


@dataclass(frozen=True)
class SeenPromise:
    """A promise, and what was found to have become of it by a day."""

    promise: Promise
    told: Told


def with_judgements(promises: QuerySet[Promise]) -> QuerySet[Promise]:
    """The promises with the judgements that stand, in one more query."""
    standing = PromiseJudgement.objects.standing().order_by("judged_on", "pk")
    return promises.select_related("post__institution").prefetch_related(Prefetch("judgements", standing))


def seen(promises: Iterable[Promise], *, on: date) -> list[SeenPromise]:
    """What became of each by a day."""
    return [
        SeenPromise(each, outcome_on(on, due_on=each.due_on, judgements=each.judgements.all()))
        for each in promises
    ]
