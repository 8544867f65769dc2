"""Mails of actions: what each is about, and how far it has come."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from vatra.access.models.outgoing import Outgoing
from vatra.advocacy.letters.words import TO_OFFICE, MailKind
from vatra.advocacy.models.letters import LetterCall, WrittenLetter
from vatra.advocacy.models.occasions import Registration
from vatra.kernel.privacy import Keep

_ABOUT_A_LETTER = (MailKind.CONFIRM_LETTER, MailKind.LETTER, MailKind.DID_THEY_ANSWER)


class ActionMails(models.QuerySet["ActionMail"]):
    """Questions about many mails."""

    def waiting_at(self, moment: datetime) -> Self:
        """Mails nobody has offered yet, whose time has come."""
        return self.filter(offered_at=None, refused_at=None, not_before_at__lte=moment)

    def to_offices(self) -> Self:
        """Mails that go to the holder of a post."""
        return self.filter(kind__in=TO_OFFICE)

    def offered_since(self, moment: datetime) -> Self:
        """Mails that the server got, or may have got, after a moment."""
        return self.filter(offered_at__gt=moment)


class ActionMail(Outgoing):
    """One mail for an action; its sentences are made when it is sent."""

    kind = models.CharField(max_length=16, choices=MailKind)
    # The call of every letter, so that what an office gets can be counted.
    call = models.ForeignKey(LetterCall, models.PROTECT, null=True, blank=True, related_name="mails")
    letter = models.ForeignKey(WrittenLetter, models.PROTECT, null=True, blank=True, related_name="mails")
    registration = models.ForeignKey(
        Registration, models.PROTECT, null=True, blank=True, related_name="mails"
    )
    # A collected letter: of which day, and how many people it speaks for.
    day = models.DateField(null=True, blank=True)
    people = models.PositiveIntegerField(null=True, blank=True)
    is_test = models.BooleanField(default=False)
    not_before_at = models.DateTimeField()

    objects = ActionMails.as_manager()

    class Meta(Outgoing.Meta):
        constraints = [
            *Outgoing.Meta.constraints,
            models.UniqueConstraint(fields=["letter", "kind"], name="letter_mailed_twice"),
            models.UniqueConstraint(fields=["call", "day"], name="support_mailed_twice"),
            models.UniqueConstraint(fields=["registration", "kind"], name="registration_mailed_twice"),
            models.CheckConstraint(
                condition=Q(kind__in=_ABOUT_A_LETTER, letter__isnull=False, call__isnull=False, day=None)
                | Q(
                    kind=MailKind.COLLECTED,
                    letter=None,
                    call__isnull=False,
                    day__isnull=False,
                    people__isnull=False,
                    people__gte=1,
                )
                | Q(kind=MailKind.CONFIRM_PLACE, letter=None, call=None, registration__isnull=False),
                name="action_mail_about_nothing",
            ),
        ]
        indexes = [
            models.Index(fields=["not_before_at"], condition=Q(sent_at=None), name="action_mail_not_sent"),
            models.Index(fields=["call", "offered_at"], name="action_mail_of_the_hour"),
        ]

    class Privacy:
        identifying = ("letter", "registration")
        sensitive = ()
        keep_for = Keep.CAMPAIGN
