from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.kernel.privacy import Keep


class ClockRule(models.Model):
    """A duty with a date, as a law or a standard gives it: what starts it, and when it falls due.

    Due `amount` units after the starting fact, or before it when negative. A repeating rule counts again
    from each satisfying fact; otherwise the `ordinal`-th satisfying fact since the start settles it, and
    `same_ref` asks that it is about the same thing (the answer to this very message).
    """

    class Unit(models.TextChoices):
        DAYS = "days", _("days")
        MONTHS = "months", _("months")

    code = models.CharField(max_length=60, unique=True)
    starts_with = models.CharField(max_length=60)
    satisfied_by = models.CharField(max_length=60)
    same_ref = models.BooleanField(default=False)
    amount = models.IntegerField()
    unit = models.CharField(max_length=6, choices=Unit)
    repeats = models.BooleanField(default=False)
    ordinal = models.PositiveSmallIntegerField(default=1)
    shown_days_before = models.PositiveSmallIntegerField(default=14)
    escalate_after_days = models.PositiveSmallIntegerField(default=7)
    citation = models.TextField()
    verified = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(repeats=False) | models.Q(amount__gt=0),
                name="clock_rule_repeats_without_interval",
                violation_error_message=_("A duty that repeats needs a number of days or months between."),
            ),
            models.CheckConstraint(
                condition=models.Q(ordinal__gte=1),
                name="clock_rule_ordinal_below_one",
                violation_error_message=_("Count the first follow-up as 1."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


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


class DutyQuerySet(models.QuerySet["Duty"]):
    def open_on(self, day: date) -> "DutyQuerySet":
        """What still has to be done on `day`: the fact behind it has not ended before."""
        return self.filter(models.Q(lapses_on__isnull=True) | models.Q(lapses_on__gte=day))

    def shown_on(self, day: date) -> "DutyQuerySet":
        """What belongs on a list of work on `day`."""
        return self.open_on(day).filter(shown_first_on__lte=day)

    def overdue_on(self, day: date) -> "DutyQuerySet":
        return self.open_on(day).filter(due_on__lt=day)

    def to_escalate_on(self, day: date) -> "DutyQuerySet":
        """What is so late that the supervisor has to see it."""
        return self.open_on(day).filter(escalates_on__lte=day)


class Duty(models.Model):
    """Something that has to be done for a file by a day; derived from its facts, never entered by hand."""

    chain = models.UUIDField()
    rule = models.CharField(max_length=60)
    ref = models.CharField(max_length=100)
    basis_on = models.DateField()
    due_on = models.DateField()
    shown_first_on = models.DateField()
    escalates_on = models.DateField()
    lapses_on = models.DateField(null=True)

    objects = DutyQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["due_on"], name="duty_due_on"),
            models.Index(fields=["chain"], name="duty_chain"),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.CARE_RECORD

    def is_overdue_on(self, day: date) -> bool:
        return self.due_on < day
