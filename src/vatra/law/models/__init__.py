"""The child's legal status, guardian, and what courts and authorities do about both."""

from vatra.law.models.guardianship import Guardianship
from vatra.law.models.legal_status import LegalStatus

__all__ = ["Guardianship", "LegalStatus"]
