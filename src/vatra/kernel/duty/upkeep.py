"""Bringing the stored duties of a file in line with its facts."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
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

_RULE = [field.name for field in fields(Rule)]
_DUTY = ", ".join(DutyRow._fields)
_DAYS = {
    *("day", "ends", "valid_from", "valid_to", "first_day", "last_day"),
    *(
        "rule_valid_from",
        "basis_on",
        "due_on",
        "shown_first_on",
        "escalates_on",
        "lapses_on",
        "stopped_since",
    ),
}

_TYPES = dict.fromkeys(_DAYS, "date") | {"about_home": "boolean"}

# Every act asks this: all that is needed for its files comes in one trip.
_OF_FILES = f"""
    SELECT
        file.chain,
        known.facts,
        (SELECT coalesce(json_agg(json_build_array(duty.id, d)), '[]') FROM kernel_duty AS duty
            CROSS JOIN LATERAL (SELECT {", ".join(f"duty.{name}" for name in DutyRow._fields)}) AS d
            WHERE duty.chain = file.chain),
        (SELECT coalesce(json_agg(acting ORDER BY pack, code), '[]') FROM (
            SELECT {", ".join(_RULE)} FROM kernel_clockrule WHERE pack = ANY(known.packs)
        ) AS acting),
        (SELECT coalesce(json_agg(stop), '[]') FROM (
            SELECT {", ".join(Stop._fields)} FROM kernel_clockstop WHERE chain = file.chain
        ) AS stop),
        (SELECT coalesce(json_object_agg(pack, json_build_array(week, holidays)), '{{}}')
            FROM kernel_workingcalendar
            WHERE pack IN (
                SELECT pack FROM kernel_clockrule
                WHERE pack = ANY(known.packs) AND unit = '{ClockRule.Unit.WORKING_DAYS}'
            ))
    FROM unnest(%s::uuid[]) AS file (chain)
    CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(told), '[]') AS facts,
            array_agg(told.ref) FILTER (WHERE told.fact = '{JURISDICTION}') AS packs
        FROM law_clock_facts_of(file.chain) AS told
    ) AS known
"""  # noqa: S608 - the names are our own

_REPLACE = f"""
    WITH gone AS (DELETE FROM kernel_duty WHERE id = ANY(%s))
    INSERT INTO kernel_duty (chain, {_DUTY})
    SELECT * FROM unnest(
        %s::uuid[], {", ".join(f"%s::{_TYPES.get(name, 'text')}[]" for name in DutyRow._fields)}
    )
"""  # noqa: S608 - the names are our own


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
        if not self.missing and not self.outdated:
            return
        rows = [(chain, *duty) for chain, duty in self.missing]
        columns = [list(column) for column in zip(*rows, strict=True)] or [[]] * (1 + len(DutyRow._fields))
        with connection.cursor() as cursor:
            cursor.execute(_REPLACE, [list(self.outdated.values()), *columns])


def recompute(chains: Collection[UUID], on: date) -> None:
    """Compute the duties of the few files an act changed, as of a day, and write only what differs."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_FILES, [list(chains)])
        told = cursor.fetchall()
    wanted = {chain: _duties_of(facts, *clocks) for chain, facts, _duties, *clocks in told}
    stored = {
        (chain, DutyRow(**_with_days(duty))): number
        for chain, _facts, duties, *_clocks in told
        for number, duty in duties
    }
    _difference(wanted, stored, on).write()


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
        yield _difference(_wanted(some, clocks), _stored(some), on), len(some)


def clocks_now(of: Collection[str] | None = None) -> Clocks:
    """The stored clocks of all packs, or of some; calendars only where a rule counts working days: they are long."""
    stored = ClockRule.objects.all() if of is None else ClockRule.objects.filter(pack__in=of)
    rules = [Rule(*values) for values in stored.order_by("pack", "code").values_list(*_RULE)]
    packs = {rule.pack for rule in rules if rule.unit == ClockRule.Unit.WORKING_DAYS}
    calendars = WorkingCalendar.objects.filter(pack__in=packs)
    return Clocks(rules, {each.pack: each.days for each in calendars})


def _wanted(chains: list[UUID], clocks: Clocks) -> dict[UUID, list[DutyRow]]:
    facts = _by_chain(Fact, ClockFact.objects.filter(chain__in=chains).values_list("chain", *Fact._fields))
    stops = _by_chain(Stop, ClockStop.objects.filter(chain__in=chains).values_list("chain", *Stop._fields))
    return {
        chain: duties_from(of_file, clocks.rules, stops.get(chain, ()), clocks.calendars)
        for chain, of_file in facts.items()
    }


def _difference(wanted: Mapping[UUID, Iterable[DutyRow]], stored: Mapping[Key, int], on: date) -> Difference:
    still = {
        (chain, duty)
        for chain, of_file in wanted.items()
        for duty in of_file
        if duty.lapses_on is None or duty.lapses_on >= on
    }
    outdated = {key: number for key, number in stored.items() if key not in still}
    return Difference(sorted(still - stored.keys(), key=_by_day), outdated)


def _with_days(told: Mapping[str, Any]) -> dict[str, Any]:
    """What the database told as JSON, its days as days again."""
    return {name: date.fromisoformat(v) if v and name in _DAYS else v for name, v in told.items()}


def _working_days(week: Iterable[int], holidays: Iterable[str]) -> WorkingDays:
    return WorkingDays(frozenset(week), frozenset(map(date.fromisoformat, holidays)))


def _duties_of(
    facts: Iterable[Mapping[str, Any]],
    rules: Iterable[Mapping[str, Any]],
    stops: Iterable[Mapping[str, Any]],
    calendars: Mapping[str, tuple[Iterable[int], Iterable[str]]],
) -> list[DutyRow]:
    """The duties of one file, from what the database told of it."""
    return list(
        duties_from(
            [Fact(**_with_days(fact)) for fact in facts],
            [Rule(**_with_days(rule)) for rule in rules],
            [Stop(**_with_days(stop)) for stop in stops],
            {pack: _working_days(*calendar) for pack, calendar in calendars.items()},
        )
    )


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
