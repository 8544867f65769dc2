"""What is due, computed from facts and rules alone: the same facts always give the same duties."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from vatra.kernel.calendar_months import add_months


class Fact(NamedTuple):
    """Something that happened or began on a day; `ends` is the last day it asks for anything."""

    fact: str
    day: date
    ends: date | None
    ref: str


@dataclass(frozen=True, slots=True)
class Rule:
    """The part of a clock rule that computes; see `ClockRule` for what each word means."""

    code: str
    starts_with: str
    satisfied_by: str
    same_ref: bool
    amount: int
    unit: str
    repeats: bool
    ordinal: int
    shown_days_before: int
    escalate_after_days: int

    def due_from(self, basis: date) -> date:
        if self.unit == "months":
            return add_months(basis, self.amount)
        return basis + timedelta(days=self.amount)


class DutyRow(NamedTuple):
    """A duty as it is stored, without the file it belongs to."""

    rule: str
    ref: str
    basis_on: date
    due_on: date
    shown_first_on: date
    escalates_on: date
    lapses_on: date | None


def duties_from(facts: Iterable[Fact], rules: Iterable[Rule]) -> list[DutyRow]:
    """The duties still unmet, each once, in order; nothing that falls due only after its fact has ended."""
    by_name: dict[str, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda each: each.day):
        by_name[fact.fact].append(fact)
    return sorted(set(_duties(by_name, rules)), key=lambda duty: (duty.due_on, duty.rule, duty.ref))


def _duties(by_name: dict[str, list[Fact]], rules: Iterable[Rule]) -> Iterator[DutyRow]:
    for rule in rules:
        for start in by_name.get(rule.starts_with, ()):
            basis = _basis(rule, start, by_name.get(rule.satisfied_by, ()))
            if basis is not None and (start.ends is None or rule.due_from(basis) <= start.ends):
                yield _duty(rule, start, basis)


def _basis(rule: Rule, start: Fact, satisfying: Iterable[Fact]) -> date | None:
    """The day the rule counts from, or None if the duty is settled."""
    met = [fact.day for fact in satisfying if _settles(rule, start, fact)]
    if rule.repeats:
        return max(met, default=start.day)
    return start.day if len(met) < rule.ordinal else None


def _settles(rule: Rule, start: Fact, fact: Fact) -> bool:
    return fact.day >= start.day and (not rule.same_ref or fact.ref == start.ref)


def _duty(rule: Rule, start: Fact, basis: date) -> DutyRow:
    due_on = rule.due_from(basis)
    return DutyRow(
        rule=rule.code,
        ref=start.ref,
        basis_on=basis,
        due_on=due_on,
        shown_first_on=due_on - timedelta(days=rule.shown_days_before),
        escalates_on=due_on + timedelta(days=rule.escalate_after_days),
        lapses_on=start.ends,
    )
