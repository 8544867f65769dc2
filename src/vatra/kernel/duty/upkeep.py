"""Bringing the stored duties of a file in line with its facts."""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import fields
from datetime import date
from typing import TypeAlias
from uuid import UUID

from django.db import connection, transaction

from vatra.kernel.duty.models import ClockFact, ClockRule, Duty
from vatra.kernel.duty.rules import DutyRow, Fact, Rule, duties_from

FILES_AT_ONCE = 2_000

Progress: TypeAlias = Callable[[int, int], None]
Facts: TypeAlias = dict[UUID, list[Fact]]
_Key: TypeAlias = tuple[UUID, DutyRow]


def recompute(chain: UUID, on: date) -> None:
    """Compute the duties of one file as of a day and write only what differs."""
    _write({chain: _facts_of(chain)}, [chain], on, _rules())


@transaction.atomic
def recompute_many(chains: Collection[UUID], on: date, progress: Progress | None = None) -> None:
    """The same for many files, a few thousand at a time; `progress` is told how many of how many are done."""
    rules, ordered = _rules(), sorted(chains)
    for start in range(0, len(ordered), FILES_AT_ONCE):
        chains = ordered[start : start + FILES_AT_ONCE]
        _write(_facts_of_many(chains), chains, on, rules)
        if progress:
            progress(min(start + FILES_AT_ONCE, len(ordered)), len(ordered))


def recompute_all(on: date, progress: Progress | None = None) -> None:
    """Compute every file's duties anew: gives the same rows as recomputing after each act on the same day."""
    with_facts = ClockFact.objects.values_list("chain", flat=True)
    with_duties = Duty.objects.values_list("chain", flat=True)
    recompute_many(set(with_facts.distinct()) | set(with_duties.distinct()), on, progress)


def _write(facts: Facts, chains: list[UUID], on: date, rules: list[Rule]) -> None:
    wanted = {
        (chain, duty)
        for chain, of_file in facts.items()
        for duty in duties_from(of_file, rules)
        if duty.lapses_on is None or duty.lapses_on >= on
    }
    stored = _stored(chains)
    if outdated := [number for key, number in stored.items() if key not in wanted]:
        Duty.objects.filter(id__in=outdated).delete()
    if missing := sorted(wanted - stored.keys(), key=_by_day):
        Duty.objects.bulk_create(Duty(chain=chain, **duty._asdict()) for chain, duty in missing)


def _facts_of(chain: UUID) -> list[Fact]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT fact, day, ends, ref FROM kernel_clock_facts_of(%s)", [chain])
        return [Fact(*row) for row in cursor.fetchall()]


def _facts_of_many(chains: list[UUID]) -> Facts:
    facts: Facts = defaultdict(list)
    for chain, *fact in ClockFact.objects.filter(chain__in=chains).values_list("chain", *Fact._fields):
        facts[chain].append(Fact(*fact))
    return facts


def _stored(chains: list[UUID]) -> dict[_Key, int]:
    rows = Duty.objects.filter(chain__in=chains).values_list("chain", "id", *DutyRow._fields)
    return {(chain, DutyRow(*duty)): number for chain, number, *duty in rows}


def _by_day(key: _Key) -> tuple[UUID, date, str]:
    chain, duty = key
    return chain, duty.due_on, duty.rule


def _rules() -> list[Rule]:
    names = [field.name for field in fields(Rule)]
    return [Rule(*values) for values in ClockRule.objects.order_by("code").values_list(*names)]
