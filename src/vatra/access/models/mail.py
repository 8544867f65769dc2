"""Mails to staff: what is asked for, which were written, and how far each has come."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from vatra.access.models.outgoing import Outgoing
from vatra.access.models.user import User
from vatra.kernel.privacy import Keep
from vatra.kernel.week import monday_of


class MailKind(models.TextChoices):
    """What a mail is about."""

    DAY = "day"
    WEEK = "week"
    ESCALATION = "escalation"


class Mails(models.QuerySet["Mail"]):
    """Questions about many mails."""

    def waiting_on(self, day: date) -> Self:
        """Mails to be sent on a day, to people who may still sign in; those of past days are told anew by a later one."""
        of_today = Q(day=day) | Q(day=monday_of(day), kind=MailKind.WEEK)
        untouched = self.filter(of_today, offered_at=None, refused_at=None)
        return untouched.filter(user__is_active=True).exclude(user__email="")

    def in_doubt(self) -> Self:
        """Mails given to the server, whose answer was never heard."""
        return self.filter(offered_at__isnull=False, sent_at=None, refused_at=None)


class Mail(Outgoing):
    """One mail to one person about one day: only its counts are kept, its sentences are made when it is sent."""

    user = models.ForeignKey(User, models.PROTECT, related_name="mails")
    kind = models.CharField(max_length=12, choices=MailKind)
    day = models.DateField()
    counts = models.JSONField()

    objects = Mails.as_manager()

    class Meta(Outgoing.Meta):
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "day"], name="mail_written_twice"),
            *Outgoing.Meta.constraints,
        ]
        indexes = [models.Index(fields=["day"], condition=Q(sent_at=None), name="mail_not_sent")]

    class Privacy:
        identifying = ("user",)
        sensitive = ()
        keep_for = Keep.ACCOUNT


class Escalation(models.Model):
    """A mail told somebody that this duty, due on this day, is too late; once it arrived, that person is not told again."""

    mail = models.ForeignKey(Mail, models.PROTECT, related_name="escalations")
    chain = models.UUIDField()
    rule = models.CharField(max_length=60)
    ref = models.CharField(max_length=100)
    due_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mail", "chain", "rule", "ref", "due_on"], name="duty_escalated_twice"
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.CARE_RECORD
