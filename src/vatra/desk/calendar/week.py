"""A unit's week: who has to do how much, and what is late since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Min, OuterRef, Q, Subquery

from vatra.access.models import User
from vatra.casework.models import FileWorker
from vatra.desk.calendar.whose import Whose
from vatra.desk.late import LateRow
from vatra.desk.late.page import page_of, rows_of
from vatra.kernel.duty.models.duty import DutyQuerySet
from vatra.kernel.keyset import After

# The rest stands on the late list.
MOST_LATE = 10
MOST_WORKERS = 60


@dataclass(frozen=True)
class Load:
    """What one worker has to do in the week, how much is late, and since when; without a worker nobody answers."""

    worker: User | None
    due: int
    late: int
    since: date | None


@dataclass(frozen=True)
class Week:
    """What is due from Monday to Sunday in the order of days, and the longest late before.

    `workers` says how many have something to do; only the first of them are in `loads`.
    """

    first_day: date
    workers: int
    loads: Sequence[Load]
    due: Sequence[LateRow]
    late: Sequence[LateRow]
    next_after: After | None

    @property
    def last_day(self) -> date:
        """The Sunday."""
        return self.first_day + timedelta(days=6)

    @property
    def before(self) -> date:
        """The Monday before."""
        return self.first_day - timedelta(days=7)

    @property
    def after(self) -> date:
        """The Monday after."""
        return self.first_day + timedelta(days=7)


def week_of(whose: Whose, first_day: date, *, on: date, after: After | None) -> Week:
    """The week that begins on a Monday, as it stands on a day."""
    duties = whose.duties(on=on)
    week = Q(due_on__range=(first_day, first_day + timedelta(days=6)))
    late = Q(due_on__lt=on, stopped_since__isnull=True)
    due = page_of(duties.filter(week), on=on, after=after)
    longest = duties.filter(late).with_rules().order_by("due_on", "pk")[:MOST_LATE]
    loads = _loads(duties, week, late, on)
    rows = rows_of(list(longest), on=on)
    return Week(first_day, len(loads), loads[:MOST_WORKERS], due.rows, rows, due.next_after)


def _loads(duties: DutyQuerySet, week: Q, late: Q, on: date) -> list[Load]:
    """By worker, those with the longest late first."""
    workers = FileWorker.objects.held_on(on).filter(file__key=OuterRef("chain"))
    counted = (
        duties.filter(week | late)
        .order_by()
        .annotate(worker=Subquery(workers.values("worker")[:1]))
        .values("worker")
        .annotate(
            due=Count("pk", filter=week), late=Count("pk", filter=late), since=Min("due_on", filter=late)
        )
    )
    rows = list(counted.values_list("worker", "due", "late", "since"))
    users = User.objects.in_bulk([worker for worker, *_rest in rows if worker])
    loads = [Load(users.get(worker), due, behind, since) for worker, due, behind, since in rows]
    return sorted(
        loads, key=lambda load: (load.since or date.max, load.worker.full_name if load.worker else "")
    )
