"""The child's file and what is written into it."""

from vatra.casework.models.assessment import Assessment, Cause, DomainFinding, Support
from vatra.casework.models.concern import Concern, ConcernChild
from vatra.casework.models.entries import Contact, Note, Visit
from vatra.casework.models.file import File, FileWorker
from vatra.casework.models.plan import Goal, Plan
from vatra.casework.models.planned_review import AroundChild, Invited, PlannedReview
from vatra.casework.models.review import CauseLookedAt, DecisionAskedFor, GoalLookedAt, Present, Review

__all__ = [
    "AroundChild",
    "Assessment",
    "Cause",
    "CauseLookedAt",
    "Concern",
    "ConcernChild",
    "Contact",
    "DecisionAskedFor",
    "DomainFinding",
    "File",
    "FileWorker",
    "Goal",
    "GoalLookedAt",
    "Invited",
    "Note",
    "Plan",
    "PlannedReview",
    "Present",
    "Review",
    "Support",
    "Visit",
]
