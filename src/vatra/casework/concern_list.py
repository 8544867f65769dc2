"""The list of concerns, paged by day and number so that a page costs the same wherever it lies."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Q, QuerySet

from vatra.casework.models import Concern

ON_A_PAGE = 30


@dataclass(frozen=True)
class ListedConcerns:
    """One page of concerns, and the address of the older ones."""

    concerns: list[Concern]
    older: str
    is_start: bool


def page_of_concerns(concerns: QuerySet[Concern], asked: Mapping[str, str]) -> ListedConcerns:
    """The concerns after the one the address names, the newest first."""
    after = _after(asked)
    ordered = concerns.order_by("-received_on", "-pk").select_related("unit")
    found = list(ordered.filter(after or Q()).prefetch_related("children__child")[: ON_A_PAGE + 1])
    shown = found[:ON_A_PAGE]
    last = shown[-1] if len(found) > ON_A_PAGE else None
    older = "?" + urlencode({"before": last.received_on.isoformat(), "number": last.pk}) if last else ""
    return ListedConcerns(shown, older, is_start=after is None)


def _after(asked: Mapping[str, str]) -> Q | None:
    try:
        before, number = date.fromisoformat(asked["before"]), int(asked["number"])
    except (KeyError, ValueError):
        return None
    return Q(received_on__lt=before) | Q(received_on=before, pk__lt=number)
