"""Clocks: what is due for a file and when, computed from its dated facts and from rules that are data."""

from vatra.kernel.duty.models import ClockFact, ClockRule, ClockStop, Duty, WorkingCalendar
from vatra.kernel.duty.rules import DutyRow, Fact, Rule, Stop, duties_from
from vatra.kernel.duty.upkeep import (
    Clocks,
    Difference,
    clocks_now,
    differences,
    recompute,
    recompute_all,
    recompute_many,
)

__all__ = [
    "ClockFact",
    "ClockRule",
    "ClockStop",
    "Clocks",
    "Difference",
    "Duty",
    "DutyRow",
    "Fact",
    "Rule",
    "Stop",
    "WorkingCalendar",
    "clocks_now",
    "differences",
    "duties_from",
    "recompute",
    "recompute_all",
    "recompute_many",
]
