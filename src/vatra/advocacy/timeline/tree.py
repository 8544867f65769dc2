"""Campaigns with their parts below them, in the order in which a page tells them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Q

from vatra.advocacy.models import Campaign
from vatra.advocacy.paging import Page, newest_first
from vatra.advocacy.timeline.drawing import Span
from vatra.kernel.keyset import After

# With a day, only what is shown to the public on it; a part whose whole is not shown stands on its own.
_BELOW = """
    WITH RECURSIVE below AS (
        SELECT id, 0 AS depth, ARRAY[array_position(%(tops)s::bigint[], id)::bigint] AS way
        FROM advocacy_campaign WHERE id = ANY(%(tops)s::bigint[])
        UNION ALL
        SELECT part.id, below.depth + 1, below.way || ARRAY[part.first_day - DATE '1900-01-01', part.id]
        FROM advocacy_campaign AS part INNER JOIN below ON below.id = part.parent_id
        WHERE %(shown_on)s::date IS NULL OR part.shown_from <= %(shown_on)s::date
    )
    SELECT id, depth FROM below ORDER BY way
"""


@dataclass(frozen=True)
class Branch:
    """A campaign, and how far below the whole it belongs to it stands."""

    campaign: Campaign
    depth: int

    @property
    def span(self) -> Span:
        """The same as it is drawn."""
        it = self.campaign
        return Span(str(it.name), it.first_day, it.last_day, is_frame=it.dates_unverified, depth=self.depth)


@dataclass(frozen=True)
class Tree:
    """One page of campaigns with everything below them."""

    branches: list[Branch]
    next: After | None
    is_first: bool

    @property
    def spans(self) -> list[Span]:
        """The same as it is drawn."""
        return [branch.span for branch in self.branches]


def tree(*, after: After | None, shown_on: date | None = None) -> Tree:
    """Campaigns that are no part of another, the newest first, with their parts; two queries and one for the page."""
    tops = Campaign.objects.filter(parent=None)
    if shown_on:
        hidden = Q(parent=None) | Q(parent__shown_from=None) | Q(parent__shown_from__gt=shown_on)
        tops = Campaign.objects.public(shown_on).filter(hidden)
    page: Page[Campaign] = newest_first(tops, "first_day", after)
    return Tree(_below([each.pk for each in page.rows], shown_on), page.next, page.is_first)


def parts_below(campaign: Campaign, *, shown_on: date | None = None) -> list[Branch]:
    """A campaign and everything below it."""
    return _below([campaign.pk], shown_on)


def _below(tops: Sequence[int], shown_on: date | None) -> list[Branch]:
    with connection.cursor() as cursor:
        cursor.execute(_BELOW, {"tops": list(tops), "shown_on": shown_on})
        found = cursor.fetchall()
    campaigns = Campaign.objects.in_bulk([pk for pk, _depth in found])
    return [Branch(campaigns[pk], depth) for pk, depth in found]
