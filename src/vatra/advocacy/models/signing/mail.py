"""Mails to those who signed, what they lead to, and news."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models.outgoing import Outgoing
from vatra.advocacy.models.signing.sheet import SigningSheet
from vatra.advocacy.models.signing.signature import Signature
from vatra.advocacy.signing.words import LinkPurpose, Purpose, SignerMailKind
from vatra.kernel.in_languages import InLanguages, said_somewhere
from vatra.kernel.privacy import Keep


class News(models.Model):
    """What is told to all who signed and agreed to be written to."""

    sheet = models.ForeignKey(SigningSheet, models.PROTECT, related_name="news")
    subject = InLanguages(_("subject"))
    words = InLanguages(_("what the mail says"))
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            said_somewhere("news_without_subject", "subject", _("Give the mail a subject.")),
            said_somewhere("news_without_words", "words", _("Write what the mail says.")),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class SignerMails(models.QuerySet["SignerMail"]):
    """Questions about many mails to signers."""

    def may_leave(self) -> Self:
        """The gate: an unconfirmed address gets what asks for its confirmation, and nobody else gets what they did not agree to."""
        of = {"pk": OuterRef("signature_id"), "signer__isnull": False}
        asked = Exists(Signature.objects.to_be_confirmed().filter(**of))
        agreed = Exists(Signature.objects.counted().agreeing_to(Purpose.MAIL).filter(**of))
        untouched = self.filter(offered_at=None, refused_at=None)
        return untouched.filter(~Q(kind=SignerMailKind.NEWS) & asked | Q(kind=SignerMailKind.NEWS) & agreed)


class SignerMail(Outgoing):
    """One mail to one signer: the question whether they signed, at most two reminders of it, or news."""

    signature = models.ForeignKey(Signature, models.PROTECT, related_name="mails")
    kind = models.CharField(max_length=12, choices=SignerMailKind)
    # The question is 0, the reminders 1 and 2.
    number = models.PositiveSmallIntegerField(default=0)
    news = models.ForeignKey(News, models.PROTECT, null=True, related_name="mails")

    objects = SignerMails.as_manager()

    class Meta(Outgoing.Meta):
        constraints = [
            *Outgoing.Meta.constraints,
            models.UniqueConstraint(
                fields=["signature", "number"], condition=Q(news=None), name="signer_asked_twice"
            ),
            models.UniqueConstraint(fields=["signature", "news"], name="signer_told_news_twice"),
            models.CheckConstraint(
                name="signer_mail_of_no_kind",
                condition=Q(kind=SignerMailKind.CONFIRMATION, number=0, news=None)
                | Q(kind=SignerMailKind.REMINDER, number__in=[1, 2], news=None)
                | Q(kind=SignerMailKind.NEWS, news__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=Q(offered_at=None, refused_at=None), name="signer_mail_waits"
            )
        ]

    class Privacy:
        identifying = ("signature",)
        sensitive = ()
        keep_for = Keep.CAMPAIGN


class SigningLink(models.Model):
    """Where a mail leads; of its random word only the SHA-256 is kept. The link that confirms works once."""

    digest = models.BinaryField(max_length=32, unique=True)
    signature = models.ForeignKey(Signature, models.PROTECT, related_name="links")
    purpose = models.CharField(max_length=8, choices=LinkPurpose)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Privacy:
        identifying = ("signature",)
        sensitive = ()
        keep_for = Keep.CAMPAIGN
