"""Clocks: what is due for a file and when, computed from its dated facts and from rules that are data."""

from vatra.kernel.duty.models import ClockFact, ClockRule, Duty
from vatra.kernel.duty.rules import DutyRow, Fact, Rule, duties_from
from vatra.kernel.duty.upkeep import recompute, recompute_all, recompute_many

__all__ = [
    "ClockFact",
    "ClockRule",
    "Duty",
    "DutyRow",
    "Fact",
    "Rule",
    "duties_from",
    "recompute",
    "recompute_all",
    "recompute_many",
]
