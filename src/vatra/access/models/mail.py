"""Mails to staff: what is asked for, which were written, and how far each has come."""

from datetime import date
from enum import StrEnum
from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import Q

from vatra.access.models.user import User
from vatra.kernel.privacy import Keep
from vatra.kernel.week import monday_of


class MailKind(models.TextChoices):
    """What a mail is about."""

    DAY = "day"
    WEEK = "week"
    ESCALATION = "escalation"


class MailState(StrEnum):
    """How far a mail has come; derived from its moments, never set."""

    WAITING = "waiting"
    IN_DOUBT = "in_doubt"
    SENT = "sent"
    REFUSED = "refused"


MOVES: dict[MailState, frozenset[MailState]] = {
    MailState.WAITING: frozenset({MailState.IN_DOUBT, MailState.REFUSED}),
    MailState.IN_DOUBT: frozenset({MailState.SENT, MailState.REFUSED, MailState.WAITING}),
    MailState.SENT: frozenset(),
    MailState.REFUSED: frozenset(),
}


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


class Mail(models.Model):
    """One mail to one person about one day: only its counts are kept, its sentences are made when it is sent."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="mails")
    kind = models.CharField(max_length=12, choices=MailKind)
    day = models.DateField()
    counts = models.JSONField()
    written_at = models.DateTimeField()
    # Committed before the line that makes the server accept it, so that it is never offered twice.
    offered_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)

    objects = Mails.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "day"], name="mail_written_twice"),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(offered_at__isnull=False, refused_at=None),
                name="mail_sent_without_being_offered",
            ),
        ]
        indexes = [models.Index(fields=["day"], condition=Q(sent_at=None), name="mail_not_sent")]

    class Privacy:
        identifying = ("user",)
        sensitive = ()
        keep_for = Keep.ACCOUNT

    @property
    def state(self) -> MailState:
        """How far it has come."""
        if self.refused_at:
            return MailState.REFUSED
        if self.sent_at:
            return MailState.SENT
        return MailState.IN_DOUBT if self.offered_at else MailState.WAITING


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
