"""Long lists of advocacy, page by page: the newest first, gone on by the last row seen."""

from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import Model, Q, QuerySet

from vatra.kernel.keyset import After

M = TypeVar("M", bound=Model)

PAGE = 20


@dataclass(frozen=True)
class Page(Generic[M]):
    """One page of a list, and where the next one begins; None where there is none."""

    rows: list[M]
    next: After | None
    is_first: bool


def newest_first(rows: QuerySet[M], day: str, after: After | None, *, most: int = PAGE) -> Page[M]:
    """The rows from the latest `day` on, or those that come after one already seen."""
    if after is not None:
        follows = Q(**{f"{day}__lt": after.day}) | Q(**{day: after.day, "pk__lt": after.number})
        rows = rows.filter(follows)
    return _page(list(rows.order_by(f"-{day}", "-pk")[: most + 1]), day, after, most)


def oldest_first(rows: QuerySet[M], day: str, after: After | None, *, most: int = PAGE) -> Page[M]:
    """The rows from the earliest `day` on."""
    if after is not None:
        follows = Q(**{f"{day}__gt": after.day}) | Q(**{day: after.day, "pk__gt": after.number})
        rows = rows.filter(follows)
    return _page(list(rows.order_by(day, "pk")[: most + 1]), day, after, most)


def latest_first(
    rows: QuerySet[M], moment: str, after: int | None, *, most: int = PAGE
) -> tuple[list[M], str]:
    """The rows from the latest `moment` on, or those that come after a row already seen, and the query by which they go on."""
    seen = rows.filter(pk=after).first() if after is not None else None
    if seen is not None:
        then = getattr(seen, moment)
        rows = rows.filter(Q(**{f"{moment}__lt": then}) | Q(**{moment: then, "pk__lt": seen.pk}))
    found = list(rows.order_by(f"-{moment}", "-pk")[: most + 1])
    return found[:most], f"?{urlencode({'after': found[most - 1].pk})}" if len(found) > most else ""


def goes_on(after: After | None, **given: str) -> str:
    """The query by which a list goes on; empty at its end."""
    return f"?{urlencode(given | after.in_address)}" if after else ""


def _page(found: list[M], day: str, after: After | None, most: int) -> Page[M]:
    last = found[most - 1] if len(found) > most else None
    goes_on = After(getattr(last, day), last.pk) if last else None
    return Page(found[:most], goes_on, is_first=after is None)
