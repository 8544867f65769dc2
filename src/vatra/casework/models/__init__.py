"""The child's file and what is written into it."""

from vatra.casework.models.assessment import Assessment, Cause, DomainFinding, Support
from vatra.casework.models.concern import Concern, ConcernChild
from vatra.casework.models.entries import Contact, Note, Review, Visit
from vatra.casework.models.file import File, FileWorker
from vatra.casework.models.plan import Goal, Plan

__all__ = [
    "Assessment",
    "Cause",
    "Concern",
    "ConcernChild",
    "Contact",
    "DomainFinding",
    "File",
    "FileWorker",
    "Goal",
    "Note",
    "Plan",
    "Review",
    "Support",
    "Visit",
]
