"""The rules of clocks, and the calendars they count working days by: data of a jurisdiction pack."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.kernel.privacy import Keep
from vatra.kernel.working_days import WorkingDays


class ClockRule(models.Model):
    """A duty with a date, as a law or a standard gives it: what starts it, and when it falls due.

    Due `amount` units after the starting fact, or before it when negative. A repeating rule counts again
    from each satisfying fact; otherwise the `ordinal`-th satisfying fact since the start settles it, and
    `same_ref` asks that it is about the same thing (the answer to this very message). It acts on files that
    stand under its `pack`, and where the day it counts from lies from `valid_from` until `valid_to`: a changed law is
    one more version, and reaches a repeating duty with the next time it is done. `about_home` says that it counts the
    facts of a home and not those of a child's file.
    """

    class Unit(models.TextChoices):
        DAYS = "days", _("days")
        WORKING_DAYS = "working_days", _("working days")
        MONTHS = "months", _("months")

    class EscalateTo(models.TextChoices):
        """Who has to see what is too late."""

        SUPERVISOR = "supervisor", _("The supervisor")
        UNIT_HEAD = "unit_head", _("The head of the unit")
        SAFEGUARDING = "safeguarding", _("The safeguarding officer")

    pack = models.CharField(max_length=40)
    code = models.CharField(max_length=60)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    starts_with = models.CharField(max_length=60)
    satisfied_by = models.CharField(max_length=60)
    same_ref = models.BooleanField(default=False)
    amount = models.IntegerField()
    unit = models.CharField(max_length=12, choices=Unit)
    repeats = models.BooleanField(default=False)
    ordinal = models.PositiveSmallIntegerField(default=1)
    shown_days_before = models.PositiveSmallIntegerField(default=14)
    escalate_after_days = models.PositiveSmallIntegerField(default=7)
    escalate_to = models.CharField(max_length=12, choices=EscalateTo, default=EscalateTo.SUPERVISOR)
    about_home = models.BooleanField(default=False)
    citation = models.TextField()
    verified = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pack", "code", "valid_from"],
                name="clock_rule_begins_twice",
                violation_error_message=_("Another version of this rule holds from the same day."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="clock_rule_ends_before_it_holds",
                violation_error_message=_("The last day cannot be before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(repeats=False) | Q(amount__gt=0),
                name="clock_rule_repeats_without_interval",
                violation_error_message=_("A duty that repeats needs a number of days or months between."),
            ),
            models.CheckConstraint(
                condition=Q(ordinal__gte=1),
                name="clock_rule_ordinal_below_one",
                violation_error_message=_("Count the first follow-up as 1."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class WorkingCalendar(models.Model):
    """The days on which a pack's country works: its week (Monday is 0) and its holidays, year by year."""

    pack = models.CharField(max_length=40, unique=True)
    week = ArrayField(models.PositiveSmallIntegerField())
    holidays = ArrayField(models.DateField())

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    @property
    def days(self) -> WorkingDays:
        """The calendar as rules count with it."""
        return WorkingDays(frozenset(self.week), frozenset(self.holidays))
