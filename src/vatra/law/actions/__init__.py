"""Acts of law: guardians, legal statuses, and the clocks of duties."""

from vatra.law.actions.clocks import resume_clock, stop_clock
from vatra.law.actions.guardianship import appoint_guardian, end_guardianship
from vatra.law.actions.legal_status import set_legal_status

__all__ = ["appoint_guardian", "end_guardianship", "resume_clock", "set_legal_status", "stop_clock"]
