"""Rules of clocks, the facts and stops they read, and the duties that follow."""

from vatra.kernel.duty.models.duty import Duty
from vatra.kernel.duty.models.history import ClockFact, ClockStop
from vatra.kernel.duty.models.rule import ClockRule, WorkingCalendar

__all__ = ["ClockFact", "ClockRule", "ClockStop", "Duty", "WorkingCalendar"]
