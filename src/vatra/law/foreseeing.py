"""What a changed pack would do to the duties as they stand, told before it is done."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from uuid import UUID

from django.db.models import Q

from vatra.kernel.duty import (
    ClockFact,
    ClockRule,
    Clocks,
    Difference,
    Rule,
    WorkingCalendar,
    clocks_now,
    differences,
)
from vatra.kernel.working_days import WorkingDays
from vatra.law.facts import FactName
from vatra.law.packs import Pack, calendar_of


@dataclass(frozen=True)
class Change:
    """What a pack changes: the codes of its changed clocks, and the files and homes whose duties these may touch."""

    clocks: frozenset[str]
    touched: frozenset[UUID]


@dataclass
class Foreseen:
    """What becomes of the duties of one clock; `moved` counts them by the days they move (later is positive)."""

    clock: str
    appear: int = 0
    vanish: int = 0
    moved: Counter[int] = field(default_factory=Counter)


def change_by(pack: Pack) -> Change:
    """What is different between a pack and what is stored of it."""
    before, after = _stored_rules(pack), _rules_of(pack)
    changed = before ^ after
    if calendar_of(pack) != _stored_calendar(pack):
        changed |= {rule for rule in after if rule.unit == ClockRule.Unit.WORKING_DAYS}
    return Change(frozenset(rule.code for rule in changed), frozenset(_touched(pack, changed)))


def foresee(pack: Pack, change: Change, *, on: date) -> list[Foreseen]:
    """What storing a pack does to the duties, clock by clock; nothing is written."""
    now = clocks_now()
    others = [rule for rule in now.rules if rule.pack != pack.code]
    then = Clocks([*others, *_rules_of(pack)], now.calendars | {pack.code: calendar_of(pack)})
    found: dict[str, Foreseen] = {}
    for difference, _files in differences(change.touched, on, then):
        _count(difference, found)
    return [found[clock] for clock in sorted(found)]


def _count(difference: Difference, found: dict[str, Foreseen]) -> None:
    gone = {(chain, duty.rule, duty.ref): duty.due_on for chain, duty in difference.outdated}
    for chain, duty in difference.missing:
        clock = found.setdefault(duty.rule, Foreseen(duty.rule))
        before = gone.pop((chain, duty.rule, duty.ref), None)
        if before is None:
            clock.appear += 1
        elif before != duty.due_on:
            clock.moved[(duty.due_on - before).days] += 1
    for _chain, rule, _ref in gone:
        found.setdefault(rule, Foreseen(rule)).vanish += 1


def _rules_of(pack: Pack) -> set[Rule]:
    names = [field.name for field in fields(Rule) if field.name != "pack"]
    return {Rule(pack.code, *(getattr(clock, name) for name in names)) for clock in pack.clocks}


def _stored_rules(pack: Pack) -> set[Rule]:
    names = [field.name for field in fields(Rule)]
    return {Rule(*values) for values in ClockRule.objects.filter(pack=pack.code).values_list(*names)}


def _stored_calendar(pack: Pack) -> WorkingDays | None:
    stored = WorkingCalendar.objects.filter(pack=pack.code).first()
    return stored.days if stored else None


def _touched(pack: Pack, changed: Iterable[Rule]) -> set[UUID]:
    """The files and homes under this pack with a fact that one of these rules counts from while it holds."""
    counted_from = Q()
    for rule in changed:
        until = Q(day__lte=rule.valid_to) if rule.valid_to else Q()
        counted_from |= Q(fact__in=rule.counts_from, day__gte=rule.valid_from) & until
    if not counted_from:
        return set()
    here = ClockFact.objects.filter(fact=FactName.JURISDICTION, ref=pack.code).values("chain")
    return set(ClockFact.objects.filter(counted_from, chain__in=here).values_list("chain", flat=True))
