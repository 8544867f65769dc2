"""A mail that leaves at most once: its name in the world, and how far it has come."""

from enum import StrEnum
from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import BaseConstraint, Q


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


class Outgoing(models.Model):
    """One mail to one person, whoever that is; the outbox offers it to the mail server once."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    written_at = models.DateTimeField()
    # Committed before the line that makes the server accept it, so that it is never offered twice.
    offered_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar[list[BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(offered_at__isnull=False, refused_at=None),
                name="%(class)s_sent_without_being_offered",
            ),
        ]

    @property
    def state(self) -> MailState:
        """How far it has come."""
        if self.refused_at:
            return MailState.REFUSED
        if self.sent_at:
            return MailState.SENT
        return MailState.IN_DOUBT if self.offered_at else MailState.WAITING
