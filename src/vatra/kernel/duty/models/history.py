"""What clocks count from, and where they stood still."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.kernel.constraints import both_or_neither, no_overlap, period_in_order
from vatra.kernel.privacy import Keep


class ClockFact(models.Model):
    """A dated fact of a file that a clock counts from or stops at; rows of the view `law_clock_fact`.

    `ends` is the last day on which the fact still asks for anything; empty while it goes on.
    """

    pk = models.CompositePrimaryKey("chain", "fact", "day", "ref")
    chain = models.UUIDField()
    fact = models.CharField(max_length=60)
    day = models.DateField()
    ends = models.DateField(null=True)
    ref = models.CharField(max_length=100)

    class Meta:
        managed = False
        db_table = "law_clock_fact"

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class ClockStop(models.Model):
    """The days on which a duty's clock stands still, and why; its days are added to the day the duty is due."""

    chain = models.UUIDField()
    rule = models.CharField(max_length=60)
    ref = models.CharField(max_length=100, blank=True)
    first_day = models.DateField(_("stopped since"))
    last_day = models.DateField(_("last day it stands still"), null=True, blank=True)
    why_stopped = models.TextField(_("why it stopped"))
    why_resumed = models.TextField(_("why it goes on"), null=True, blank=True)

    class Meta:
        constraints = [
            period_in_order("clock_goes_on_before_it_stopped"),
            no_overlap(
                *("clock_stopped_twice", "chain", "rule", "ref"),
                message=_("This clock already stands still on these days."),
            ),
            both_or_neither(
                *("clock_goes_on_without_reason", "last_day", "why_resumed"),
                message=_("Say why the clock goes on, and since when."),
            ),
            models.CheckConstraint(
                condition=~Q(why_stopped="") & (Q(why_resumed__isnull=True) | ~Q(why_resumed="")),
                name="clock_stopped_without_reason",
                violation_error_message=_("A clock stops and goes on only for a reason: write it down."),
            ),
        ]
        indexes = [models.Index(fields=["chain"], name="clock_stop_of_chain")]

    class Privacy:
        identifying = ("why_stopped", "why_resumed")
        sensitive = ()
        keep_for = Keep.CARE_RECORD
