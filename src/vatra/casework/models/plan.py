"""The plan for a child: where it leads, and by which goals."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.models.file import File
from vatra.casework.words.entries import GoalResult, PlanAim
from vatra.kernel.constraints import both_or_neither, no_overlap, period_in_order
from vatra.kernel.privacy import Keep


class Plan(models.Model):
    """What is to be reached for this child and by when it is looked at again (UN Guidelines §63, R-28, R-29)."""

    file = models.ForeignKey(File, models.PROTECT, related_name="plans")
    aim = models.CharField(_("where it leads"), max_length=20, choices=PlanAim)
    other_aim = models.CharField(_("also prepared"), max_length=20, choices=PlanAim, blank=True)
    child_view = models.TextField(_("what the child wishes"), blank=True)
    family_view = models.TextField(_("what the family wishes"), blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    first_day = models.DateField(_("from"))
    last_day = models.DateField(_("until"), null=True, blank=True)
    review_on = models.DateField(_("looked at again on"))

    class Meta:
        constraints = [
            period_in_order("plan_ends_before_it_starts"),
            no_overlap("two_plans_at_once", "file", message=_("A child has one plan on each day.")),
            models.CheckConstraint(
                name="plan_reviewed_before_made",
                condition=Q(review_on__gt=F("first_day")),
                violation_error_message=_("The plan is looked at again after it was made, not before."),
            ),
        ]

    class Privacy:
        identifying = ("child_view", "family_view")
        sensitive = ("aim", "other_aim")
        keep_for = Keep.CARE_RECORD


class Goal(models.Model):
    """One goal: how we shall see it, who does what, by when, what came of it (R-29)."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="goals")
    goal = models.CharField(_("goal"), max_length=200)
    measure = models.CharField(_("how we shall see it"), max_length=200)
    who = models.CharField(_("who does it"), max_length=120)
    due_on = models.DateField(_("by"))
    result = models.CharField(_("result"), max_length=20, choices=GoalResult, null=True, blank=True)
    result_on = models.DateField(_("on"), null=True, blank=True)

    class Meta:
        constraints = [
            both_or_neither(
                "goal_result_without_day",
                "result",
                "result_on",
                message=_("Say what came of the goal, and when."),
            ),
        ]

    class Privacy:
        identifying = ("goal", "measure", "who")
        sensitive = ("result",)
        keep_for = Keep.CARE_RECORD
