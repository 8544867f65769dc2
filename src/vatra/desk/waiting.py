"""Where children wait: at which step of their legal path how many of them stand, and for how long (R-19)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Aggregate, Count, DateField, Min, OuterRef, Q, QuerySet

from vatra.casework.models import File
from vatra.casework.models.file import Files
from vatra.kernel.keyset import After
from vatra.kernel.sentence import Sentence
from vatra.law.models import Blocker, ProceedingStep, Waiting
from vatra.law.path.known import called, path_under
from vatra.law.proceedings.words import BlockedBecause

PAGE = 30


class Median(Aggregate):
    """The value of the middle row; of two middle rows the first."""

    function = "percentile_disc"
    name = "median"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DateField()


@dataclass(frozen=True)
class AtStep:
    """How many children wait at a step, and how many days: half of them so long or longer, and the longest."""

    step: str
    name: str
    children: int
    median_days: int
    longest_days: int


@dataclass(frozen=True)
class WaitingChild:
    """A child who waits: where, since when, for how many days, and what holds up its open proceedings."""

    file: File
    step: str
    since: date
    days: int
    held_up_by: Sequence[Sentence]
    times_put_off: int


@dataclass(frozen=True)
class WaitingPage:
    """The children of one page; `next_after` is the one after whom the list goes on: since when it waits, and its file."""

    rows: Sequence[WaitingChild]
    next_after: After | None


def steps_waited_at(files: Files, *, on: date) -> list[AtStep]:
    """The steps at which these children wait, in the order of the path. One query."""
    counted = (
        _among(files)
        .values("step")
        .annotate(
            jurisdiction=Min("file__jurisdiction"),
            children=Count("pk"),
            median=Median("first_day"),
            longest=Min("first_day"),
        )
        .order_by("step")
    )
    return [
        AtStep(
            row["step"],
            called(row["jurisdiction"], row["step"]),
            row["children"],
            (on - row["median"]).days,
            (on - row["longest"]).days,
        )
        for row in sorted(counted, key=lambda row: _place(row["jurisdiction"], row["step"]))
    ]


def waiting_page(files: Files, *, on: date, step: str = "", after: After | None = None) -> WaitingPage:
    """The children who wait, the longest first. One query for any number of them."""
    waiting = _among(files)
    if step:
        waiting = waiting.filter(step=step)
    if after:
        waiting = waiting.filter(Q(first_day__gt=after.day) | Q(first_day=after.day, file__gt=after.number))
    whole = _held_up(waiting).select_related("file__child", "file__unit")
    found = list(whole.order_by("first_day", "file")[: PAGE + 1])
    rows = [_row(each, on) for each in found[:PAGE]]
    last = found[PAGE - 1] if len(found) > PAGE else None
    return WaitingPage(rows, After(last.first_day, last.file_id) if last else None)


def _among(files: Files) -> QuerySet[Waiting]:
    return Waiting.objects.filter(file__in=files)


def _held_up(waiting: QuerySet[Waiting]) -> QuerySet[Waiting]:
    """With what holds up the open proceedings of each child, and the hearings in them that were put off."""
    open_ones = {"proceeding__file": OuterRef("file"), "proceeding__closed_on__isnull": True}
    blockers = Blocker.objects.filter(last_day__isnull=True, **open_ones).order_by("first_day", "pk")
    put_off = ProceedingStep.objects.filter(put_off_because__isnull=False, **open_ones)
    return waiting.annotate(
        held_up_by=ArraySubquery(blockers.values("reason")), put_off=ArraySubquery(put_off.values("pk"))
    )


def _row(waiting: Waiting, on: date) -> WaitingChild:
    return WaitingChild(
        waiting.file,
        called(waiting.file.jurisdiction, waiting.step),
        waiting.first_day,
        (on - waiting.first_day).days,
        [BlockedBecause(reason).label for reason in waiting.held_up_by],  # type: ignore[attr-defined]
        len(waiting.put_off),  # type: ignore[attr-defined]
    )


def _place(jurisdiction: str, step: str) -> tuple[int, str]:
    event = path_under(jurisdiction).get(step)
    return (event.order if event else 0, step)
