"""What has to be done, as it stands on a list of work."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.kernel.sentence import Sentence

# Stands in an address for a duty that is about nothing in particular.
NOTHING = "-"


class DutyTitle(models.TextChoices):
    """The duties of every pack; the values are the codes of their clocks."""

    FIRST_VISIT = "first_visit", _("See the child in the new home")
    VISIT = "visit", _("Visit the child")
    REVIEW = "review", _("Hold the review")
    FIRST_REVIEW = "first_review", _("Hold the first review")
    SECOND_REVIEW = "second_review", _("Hold the second review")
    FAMILY_CONTACT = "family_contact", _("Contact with the family")
    FIRST_ASSESSMENT = "first_assessment", _("Make the first assessment")
    PLAN = "plan", _("Make the plan")
    AFTER_RETURN_1 = "after_return_1", _("Follow-up one month after return home")
    AFTER_RETURN_3 = "after_return_3", _("Follow-up three months after return home")
    AFTER_RETURN_6 = "after_return_6", _("Follow-up six months after return home")
    AFTER_RETURN_12 = "after_return_12", _("Follow-up a year after return home")
    FULL_DECISION = "full_decision", _("Make the full decision after the emergency")
    SIBLINGS_APART = "siblings_apart", _("Look again at why brothers and sisters live apart")
    DECIDED_ANEW = "decided_anew", _("Decide anew after the appeal")
    CHILD_TOLD = "child_told", _("Tell the child what was decided")
    PANEL_CONDITION = "panel_condition", _("Meet a condition of the panel")
    GUARDIAN = "guardian", _("See that the child has a guardian")
    LEGAL_STEP = "legal_step", _("Take the next legal step")
    ORDER_EXPIRES = "order_expires", _("Renew the order or let it end as planned")
    UNDER_THREE = "under_three", _("Find a family for the child under three")
    LEAVING_CARE_PLAN = "leaving_care_plan", _("Make the plan for leaving care")
    AFTER_CARE = "after_care", _("See how the young adult is doing")
    CARER_APPROVAL = "carer_approval", _("Look again at the approval of the carers")


# Duties about a home, not about a child.
OF_HOMES = (DutyTitle.CARER_APPROVAL,)


def title_of(rule: str) -> Sentence:
    """What the duty of a rule is called; a rule that no pack has any more is called by its code."""
    return DutyTitle(rule).label if rule in DutyTitle.values else rule
