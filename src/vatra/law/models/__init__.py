"""The child's legal status, guardian, and what courts and authorities do about both."""

from vatra.law.models.around_proceeding import Blocker, DocumentAsked, Party
from vatra.law.models.envelope import Envelope, EnvelopeOpening
from vatra.law.models.guardianship import Guardianship
from vatra.law.models.legal_status import LegalStatus
from vatra.law.models.path import PathEvent, Waiting
from vatra.law.models.proceeding import Proceeding, ProceedingStep

__all__ = [
    "Blocker",
    "DocumentAsked",
    "Envelope",
    "EnvelopeOpening",
    "Guardianship",
    "LegalStatus",
    "Party",
    "PathEvent",
    "Proceeding",
    "ProceedingStep",
    "Waiting",
]
