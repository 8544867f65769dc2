"""Pages of law: guardian, legal status, the clocks of duties; proceedings and envelopes stand in their modules."""

from vatra.law.views.clocks import resume_clock, stop_clock
from vatra.law.views.guardianship import end_guardianship, guardian
from vatra.law.views.legal_path import correct_path_event, legal_path, record_path_event
from vatra.law.views.legal_status import correct_legal_status, end_legal_status, legal_status

__all__ = [
    "correct_legal_status",
    "correct_path_event",
    "end_guardianship",
    "end_legal_status",
    "guardian",
    "legal_path",
    "legal_status",
    "record_path_event",
    "resume_clock",
    "stop_clock",
]
