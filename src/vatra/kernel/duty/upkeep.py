"""Bringing the stored duties of a file in line with its facts."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from django.db import connection, transaction

from vatra.kernel.duty.models import ClockFact, ClockRule, Duty
from vatra.kernel.duty.rules import DutyRow, Fact, Rule, duties_from

FILES_AT_ONCE = 2_000

Progress: TypeAlias = Callable[[int, int], None]
Facts: TypeAlias = dict[UUID, list[Fact]]
_Key: TypeAlias = tuple[UUID, DutyRow]

_RULE = [field.name for field in fields(Rule)]
_DAYS = {"day", "ends", "basis_on", "due_on", "shown_first_on", "escalates_on", "lapses_on"}

# Every act asks this: all that is needed for one file comes in one trip.
_OF_ONE_FILE = f"""
    SELECT
        (SELECT coalesce(json_agg(f), '[]') FROM kernel_clock_facts_of(%(file)s) AS f),
        (SELECT coalesce(json_agg(json_build_array(duty.id, d)), '[]') FROM kernel_duty AS duty
            CROSS JOIN LATERAL (SELECT {", ".join(f"duty.{name}" for name in DutyRow._fields)}) AS d
            WHERE duty.chain = %(file)s),
        (SELECT coalesce(json_agg(r), '[]') FROM (
            SELECT {", ".join(_RULE)} FROM kernel_clockrule ORDER BY code
        ) AS r)
"""  # noqa: S608 - the names are our own

_REPLACE = f"""
    WITH gone AS (DELETE FROM kernel_duty WHERE id = ANY(%s))
    INSERT INTO kernel_duty (chain, {", ".join(DutyRow._fields)})
    SELECT * FROM unnest(
        %s::uuid[], %s::text[], %s::text[], %s::date[], %s::date[], %s::date[], %s::date[], %s::date[]
    )
"""  # noqa: S608 - the names are our own


def recompute(chain: UUID, on: date) -> None:
    """Compute the duties of one file as of a day and write only what differs."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_ONE_FILE, {"file": chain})
        facts, duties, rules = cursor.fetchone()
    stored = {(chain, DutyRow(**_with_days(duty))): number for number, duty in duties}
    _write(
        {chain: [Fact(**_with_days(fact)) for fact in facts]}, stored, on, [Rule(**rule) for rule in rules]
    )


@transaction.atomic
def recompute_many(chains: Collection[UUID], on: date, progress: Progress | None = None) -> None:
    """The same for many files, a few thousand at a time; `progress` is told how many of how many are done."""
    rules, ordered = _rules(), sorted(chains)
    for start in range(0, len(ordered), FILES_AT_ONCE):
        chains = ordered[start : start + FILES_AT_ONCE]
        _write(_facts_of(chains), _stored(chains), on, rules)
        if progress:
            progress(min(start + FILES_AT_ONCE, len(ordered)), len(ordered))


def recompute_all(on: date, progress: Progress | None = None) -> None:
    """Compute every file's duties anew: gives the same rows as recomputing after each act on the same day."""
    with_facts = ClockFact.objects.values_list("chain", flat=True)
    with_duties = Duty.objects.values_list("chain", flat=True)
    recompute_many(set(with_facts.distinct()) | set(with_duties.distinct()), on, progress)


def _write(facts: Facts, stored: Mapping[_Key, int], on: date, rules: list[Rule]) -> None:
    wanted = {
        (chain, duty)
        for chain, of_file in facts.items()
        for duty in duties_from(of_file, rules)
        if duty.lapses_on is None or duty.lapses_on >= on
    }
    outdated = [number for key, number in stored.items() if key not in wanted]
    missing = [(chain, *duty) for chain, duty in sorted(wanted - stored.keys(), key=_by_day)]
    if outdated or missing:
        columns = [list(column) for column in zip(*missing, strict=True)] or [[]] * (1 + len(DutyRow._fields))
        with connection.cursor() as cursor:
            cursor.execute(_REPLACE, [outdated, *columns])


def _with_days(told: Mapping[str, Any]) -> dict[str, Any]:
    """What the database told as JSON, its days as days again."""
    return {name: date.fromisoformat(v) if v and name in _DAYS else v for name, v in told.items()}


def _facts_of(chains: list[UUID]) -> Facts:
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
    return [Rule(*values) for values in ClockRule.objects.order_by("code").values_list(*_RULE)]
