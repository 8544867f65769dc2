"""What a campaign wants to reach by a day, and how far it has come."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.models.campaign import Campaign
from vatra.advocacy.models.kept import STAYS, Told, ToldRows, told_with_source
from vatra.kernel.in_languages import InLanguages, said_somewhere
from vatra.kernel.privacy import Keep

DIGITS, PLACES = 14, 2


class CampaignGoal(models.Model):
    """A measured value is to go from a baseline to a target by a day; values are in `unit`."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="goals")
    statement = InLanguages(_("goal"))
    measure = models.CharField(_("what is measured, and how"), max_length=300)
    unit = models.CharField(_("unit"), max_length=60)
    baseline = models.DecimalField(_("value at the beginning"), max_digits=DIGITS, decimal_places=PLACES)
    target = models.DecimalField(_("value to be reached"), max_digits=DIGITS, decimal_places=PLACES)
    due_on = models.DateField(_("by"))

    class Meta:
        constraints = [
            said_somewhere("goal_without_statement", "statement", _("Say what the goal is.")),
            models.CheckConstraint(
                name="goal_without_measure",
                condition=~Q(measure="") & ~Q(unit=""),
                violation_error_message=_("Say what is measured, and in which unit."),
            ),
            models.CheckConstraint(
                name="goal_reached_at_the_beginning",
                condition=~Q(target=F("baseline")),
                violation_error_message=_("A goal is another value than the one at the beginning."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.statement)


class GoalReadings(ToldRows["GoalReading"]):
    """Questions about many readings."""


class GoalReading(Told):
    """The value that was measured for a goal on a day."""

    goal = models.ForeignKey(CampaignGoal, models.PROTECT, related_name="readings")
    read_on = models.DateField(_("on"))
    value = models.DecimalField(_("value"), max_digits=DIGITS, decimal_places=PLACES)

    objects = GoalReadings.as_manager()

    trigger_sentences = {"reading_stays": STAYS}

    class Meta:
        constraints = [*told_with_source("reading")]
        indexes = [models.Index(fields=["goal", "-read_on", "-id"], name="readings_of_goal")]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE
