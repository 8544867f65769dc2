"""Bringing the stored duties of a file in line with its facts."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from django.db import connection, transaction

from vatra.kernel.duty.models import ClockFact, ClockRule, ClockStop, Duty, WorkingCalendar
from vatra.kernel.duty.rules import JURISDICTION, DutyRow, Fact, Rule, Stop, duties_from
from vatra.kernel.working_days import WorkingDays

FILES_AT_ONCE = 2_000

Progress: TypeAlias = Callable[[int, int], None]
Key: TypeAlias = tuple[UUID, DutyRow]


@dataclass(frozen=True)
class Clocks:
    """The rules that hold, and the working days of each pack."""

    rules: list[Rule]
    calendars: dict[str, WorkingDays]


@dataclass(frozen=True)
class Difference:
    """What the stored duties of some files lack, and the numbers of those that are no longer due."""

    missing: list[Key]
    outdated: dict[Key, int]

    def write(self) -> None:
        """Bring the stored duties in line."""
        if self.outdated:
            Duty.objects.filter(id__in=self.outdated.values()).delete()
        if self.missing:
            Duty.objects.bulk_create(Duty(chain=chain, **duty._asdict()) for chain, duty in self.missing)


def recompute(chain: UUID, on: date) -> None:
    """Compute the duties of one file as of a day and write only what differs."""
    facts = _facts_of(chain)
    packs = {fact.ref for fact in facts if fact.fact == JURISDICTION}
    _difference({chain: facts}, [chain], on, clocks_now(packs)).write()


@transaction.atomic
def recompute_many(chains: Collection[UUID], on: date, progress: Progress | None = None) -> None:
    """The same for many files, a few thousand at a time; `progress` is told how many of how many are done."""
    done = 0
    for difference, files in differences(chains, on, clocks_now()):
        difference.write()
        done += files
        if progress:
            progress(done, len(chains))


def recompute_all(on: date, progress: Progress | None = None) -> None:
    """Compute every file's duties anew: gives the same rows as recomputing after each act on the same day."""
    with_facts = ClockFact.objects.values_list("chain", flat=True)
    with_duties = Duty.objects.values_list("chain", flat=True)
    recompute_many(set(with_facts.distinct()) | set(with_duties.distinct()), on, progress)


def differences(chains: Collection[UUID], on: date, clocks: Clocks) -> Iterator[tuple[Difference, int]]:
    """What would change under these clocks, a few thousand files at a time, and how many files these were."""
    ordered = sorted(chains)
    for start in range(0, len(ordered), FILES_AT_ONCE):
        some = ordered[start : start + FILES_AT_ONCE]
        yield _difference(_facts_of_many(some), some, on, clocks), len(some)


def clocks_now(of: Collection[str] | None = None) -> Clocks:
    """The stored clocks of all packs, or of some; calendars are read only where a rule counts working days."""
    if of is not None and not of:
        return Clocks([], {})
    stored = ClockRule.objects.all() if of is None else ClockRule.objects.filter(pack__in=of)
    names = [field.name for field in fields(Rule)]
    rules = [Rule(*values) for values in stored.order_by("pack", "code").values_list(*names)]
    packs = {rule.pack for rule in rules if rule.unit == ClockRule.Unit.WORKING_DAYS}
    calendars = WorkingCalendar.objects.filter(pack__in=packs) if packs else ()
    return Clocks(rules, {each.pack: each.days for each in calendars})


def _difference(facts: dict[UUID, list[Fact]], chains: list[UUID], on: date, clocks: Clocks) -> Difference:
    stops = _stops(chains)
    wanted = {
        (chain, duty)
        for chain, of_file in facts.items()
        for duty in duties_from(of_file, clocks.rules, stops.get(chain, ()), clocks.calendars)
        if duty.lapses_on is None or duty.lapses_on >= on
    }
    stored = _stored(chains)
    outdated = {key: number for key, number in stored.items() if key not in wanted}
    return Difference(sorted(wanted - stored.keys(), key=_by_day), outdated)


def _facts_of(chain: UUID) -> list[Fact]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT fact, day, ends, ref FROM kernel_clock_facts_of(%s)", [chain])
        return [Fact(*row) for row in cursor.fetchall()]


def _facts_of_many(chains: list[UUID]) -> dict[UUID, list[Fact]]:
    rows = ClockFact.objects.filter(chain__in=chains).values_list("chain", *Fact._fields)
    return _by_chain(Fact, rows)


def _stops(chains: list[UUID]) -> dict[UUID, list[Stop]]:
    return _by_chain(Stop, ClockStop.objects.filter(chain__in=chains).values_list("chain", *Stop._fields))


def _by_chain(kind: Callable[..., Any], rows: Iterable[tuple[Any, ...]]) -> dict[UUID, list[Any]]:
    by_chain: dict[UUID, list[Any]] = defaultdict(list)
    for chain, *values in rows:
        by_chain[chain].append(kind(*values))
    return by_chain


def _stored(chains: list[UUID]) -> dict[Key, int]:
    rows = Duty.objects.filter(chain__in=chains).values_list("chain", "id", *DutyRow._fields)
    return {(chain, DutyRow(*duty)): number for chain, number, *duty in rows}


def _by_day(key: Key) -> tuple[UUID, date, str]:
    chain, duty = key
    return chain, duty.due_on, duty.rule
