"""What is due, computed from facts and rules alone: the same facts always give the same duties."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from vatra.kernel.calendar_months import add_months
from vatra.kernel.working_days import WorkingDays

# The fact whose `ref` names the pack of rules that a file stands under.
JURISDICTION = "jurisdiction"
USUAL_DAYS = WorkingDays()


class Fact(NamedTuple):
    """Something that happened or began on a day; `ends` is the last day it asks for anything."""

    fact: str
    day: date
    ends: date | None
    ref: str


class Stop(NamedTuple):
    """The days on which one clock of a file stands still; without a last day it has not gone on yet."""

    rule: str
    ref: str
    first_day: date
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Rule:
    """The part of a clock rule that computes; see `ClockRule` for what each word means."""

    pack: str
    code: str
    valid_from: date
    valid_to: date | None
    starts_with: str
    satisfied_by: str
    same_ref: bool
    amount: int
    unit: str
    repeats: bool
    ordinal: int
    shown_days_before: int
    escalate_after_days: int
    escalate_to: str
    about_home: bool

    @property
    def counts_from(self) -> set[str]:
        """The facts from which it counts: what starts it, and for a repeating rule what was done last."""
        return {self.starts_with, self.satisfied_by} if self.repeats else {self.starts_with}

    def acts_on(self, day: date) -> bool:
        """Whether this version holds for what is counted from a day: for a repeating duty, from the last time."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def due_from(self, basis: date, days: WorkingDays = USUAL_DAYS) -> date:
        """The day the duty is due, counted from a day on which nothing stood still."""
        match self.unit:
            case "months":
                return add_months(basis, self.amount)
            case "working_days":
                return days.after(basis, self.amount)
            case _:
                return basis + timedelta(days=self.amount)

    def later_by(self, due_on: date, still: Sequence[tuple[date, date]], days: WorkingDays) -> date:
        """The same day, put off by the days on which the clock stood still."""
        if self.unit == "working_days":
            return days.after(due_on, sum(days.within(first, last) for first, last in still))
        return due_on + timedelta(days=sum((last - first).days + 1 for first, last in still))


class DutyRow(NamedTuple):
    """A duty as it is stored, without the file it belongs to."""

    pack: str
    rule: str
    rule_valid_from: date
    ref: str
    basis_on: date
    due_on: date
    shown_first_on: date
    escalates_on: date
    escalate_to: str
    lapses_on: date | None
    stopped_since: date | None
    about_home: bool


@dataclass(frozen=True)
class Told:
    """What is told of one file: its facts by name and in the order of their days, and its stops."""

    facts: Mapping[str, Sequence[Fact]]
    stops: Sequence[Stop]

    @property
    def packs(self) -> set[str]:
        """The packs of rules the file stands under."""
        return {fact.ref for fact in self.facts.get(JURISDICTION, ())}

    def stops_of(self, rule: Rule, ref: str) -> list[Stop]:
        """The stops of the clock that a rule runs for one fact."""
        return [stop for stop in self.stops if (stop.rule, stop.ref) == (rule.code, ref)]


def duties_from(
    facts: Iterable[Fact],
    rules: Iterable[Rule],
    stops: Iterable[Stop] = (),
    calendars: Mapping[str, WorkingDays] | None = None,
) -> list[DutyRow]:
    """The duties still unmet, each once, in order; nothing that falls due only after its fact has ended.

    `calendars` are the working days by pack; a pack without one works from Monday to Friday.
    """
    by_name: dict[str, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda each: each.day):
        by_name[fact.fact].append(fact)
    duties = set(_duties(Told(by_name, tuple(stops)), rules, calendars or {}))
    return sorted(duties, key=lambda duty: (duty.due_on, duty.rule, duty.ref))


def _duties(told: Told, rules: Iterable[Rule], calendars: Mapping[str, WorkingDays]) -> Iterator[DutyRow]:
    packs = told.packs
    for rule in rules:
        if rule.pack not in packs:
            continue
        for start in told.facts.get(rule.starts_with, ()):
            basis = _basis(rule, start, told.facts.get(rule.satisfied_by, ()))
            if basis is None or not rule.acts_on(basis):
                continue
            duty = _duty(rule, start, basis, told, calendars.get(rule.pack, USUAL_DAYS))
            if start.ends is None or duty.due_on <= start.ends:
                yield duty


def _basis(rule: Rule, start: Fact, satisfying: Iterable[Fact]) -> date | None:
    """The day the rule counts from, or None if the duty is settled."""
    met = [fact.day for fact in satisfying if _settles(rule, start, fact)]
    if rule.repeats:
        return max(met, default=start.day)
    return start.day if len(met) < rule.ordinal else None


def _settles(rule: Rule, start: Fact, fact: Fact) -> bool:
    return fact.day >= start.day and (not rule.same_ref or fact.ref == start.ref)


def _duty(rule: Rule, start: Fact, basis: date, told: Told, days: WorkingDays) -> DutyRow:
    stops = told.stops_of(rule, start.ref)
    due_on = rule.later_by(rule.due_from(basis, days), _stood_still(stops, since=basis), days)
    return DutyRow(
        pack=rule.pack,
        rule=rule.code,
        rule_valid_from=rule.valid_from,
        ref=start.ref,
        basis_on=basis,
        due_on=due_on,
        shown_first_on=due_on - timedelta(days=rule.shown_days_before),
        escalates_on=due_on + timedelta(days=rule.escalate_after_days),
        escalate_to=rule.escalate_to,
        lapses_on=start.ends,
        stopped_since=min((stop.first_day for stop in stops if stop.last_day is None), default=None),
        about_home=rule.about_home,
    )


def _stood_still(stops: Iterable[Stop], *, since: date) -> list[tuple[date, date]]:
    """The periods of closed stops, as far as they lie on or after the day the rule counts from."""
    closed = [(max(stop.first_day, since), stop.last_day) for stop in stops if stop.last_day]
    return [(first, last) for first, last in closed if first <= last]
