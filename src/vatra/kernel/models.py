from vatra.kernel.drafts import Draft
from vatra.kernel.duty.models import ClockFact, ClockRule, ClockStop, Duty, WorkingCalendar
from vatra.kernel.ledger.models import Chain, Checkpoint, Event
from vatra.kernel.row_history import RowHistory
from vatra.kernel.sent import Sent

__all__ = [
    "Chain",
    "Checkpoint",
    "ClockFact",
    "ClockRule",
    "ClockStop",
    "Draft",
    "Duty",
    "Event",
    "RowHistory",
    "Sent",
    "WorkingCalendar",
]
