"""The forms of legal pages."""

from vatra.law.forms.clocks import ResumeForm, StopForm
from vatra.law.forms.guardianship import GuardianForm, GuardianshipEndsForm
from vatra.law.forms.legal_path import PathCorrectionForm, PathEventForm
from vatra.law.forms.legal_status import LegalStatusForm

__all__ = [
    "GuardianForm",
    "GuardianshipEndsForm",
    "LegalStatusForm",
    "PathCorrectionForm",
    "PathEventForm",
    "ResumeForm",
    "StopForm",
]
