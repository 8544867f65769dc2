"""What has to be done, file by file."""

from datetime import date

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from vatra.kernel.duty.models.history import ClockStop
from vatra.kernel.duty.models.rule import ClockRule
from vatra.kernel.privacy import Keep


class DutyQuerySet(models.QuerySet["Duty"]):
    def about_files(self) -> "DutyQuerySet":
        """What is to be done for children; a list of them steps over no duty of a home."""
        return self.filter(about_home=False)

    def about_homes(self) -> "DutyQuerySet":
        """What is to be done for homes."""
        return self.filter(about_home=True)

    def open_on(self, day: date) -> "DutyQuerySet":
        """What still has to be done on `day`: the fact behind it has not ended before."""
        return self.filter(Q(lapses_on__isnull=True) | Q(lapses_on__gte=day))

    def shown_on(self, day: date) -> "DutyQuerySet":
        """What belongs on a list of work on `day`."""
        return self.open_on(day).filter(shown_first_on__lte=day)

    def stopped(self) -> "DutyQuerySet":
        """What stands still until somebody says that it goes on."""
        return self.filter(stopped_since__isnull=False)

    def overdue_on(self, day: date) -> "DutyQuerySet":
        """What should have been done before `day`; nothing that stands still."""
        return self.open_on(day).filter(due_on__lt=day, stopped_since__isnull=True)

    def to_escalate_on(self, day: date) -> "DutyQuerySet":
        """What is so late that somebody else has to see it (`escalate_to`); nothing that stands still."""
        return self.open_on(day).filter(escalates_on__lte=day, stopped_since__isnull=True)

    def with_rules(self) -> "DutyQuerySet":
        """Adds `citation` and `verified` of the rule behind each duty, and `stop` and `why_stopped` where it stands still."""
        rule = ClockRule.objects.filter(
            pack=OuterRef("pack"), code=OuterRef("rule"), valid_from=OuterRef("rule_valid_from")
        )
        stop = ClockStop.objects.filter(
            chain=OuterRef("chain"), rule=OuterRef("rule"), ref=OuterRef("ref"), last_day__isnull=True
        )
        return self.annotate(
            citation=Subquery(rule.values("citation")[:1]),
            verified=Subquery(rule.values("verified")[:1]),
            stop=Subquery(stop.values("pk")[:1]),
            why_stopped=Subquery(stop.values("why_stopped")[:1]),
        )


class Duty(models.Model):
    """Something that has to be done for a file or a home by a day; derived from its facts, never entered by hand."""

    chain = models.UUIDField()
    pack = models.CharField(max_length=40)
    rule = models.CharField(max_length=60)
    rule_valid_from = models.DateField()
    ref = models.CharField(max_length=100)
    basis_on = models.DateField()
    due_on = models.DateField()
    shown_first_on = models.DateField()
    escalates_on = models.DateField()
    escalate_to = models.CharField(max_length=12, choices=ClockRule.EscalateTo)
    lapses_on = models.DateField(null=True)
    stopped_since = models.DateField(null=True)
    about_home = models.BooleanField(default=False)

    objects = DutyQuerySet.as_manager()

    class Meta:
        indexes = [
            # The late list is walked from its oldest duty on, one page at a time: that of children, and that of homes.
            models.Index(
                fields=["due_on", "id"], condition=Q(about_home=False), name="duty_of_file_in_order"
            ),
            models.Index(fields=["due_on", "id"], condition=Q(about_home=True), name="duty_of_home_in_order"),
            models.Index(fields=["rule", "due_on", "id"], name="duty_of_rule_in_order"),
            models.Index(
                fields=["due_on", "id"], condition=Q(stopped_since__isnull=False), name="duty_stopped"
            ),
            models.Index(fields=["chain"], name="duty_chain"),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.CARE_RECORD

    def is_overdue_on(self, day: date) -> bool:
        return self.due_on < day and self.stopped_since is None
