"""Pages of law: guardian, legal status, the clocks of duties."""

from vatra.law.views.clocks import resume_clock, stop_clock
from vatra.law.views.guardianship import end_guardianship, guardian
from vatra.law.views.legal_status import legal_status

__all__ = ["end_guardianship", "guardian", "legal_status", "resume_clock", "stop_clock"]
