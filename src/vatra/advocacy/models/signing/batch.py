"""Invalidation: signatures taken out of the count for a reason, all at once, and put back exactly as they were."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.advocacy.models.signing.sheet import SheetText, SigningSheet
from vatra.advocacy.models.signing.signature import Signature
from vatra.kernel.constraints import both_or_neither
from vatra.kernel.privacy import Keep


class InvalidationBatch(models.Model):
    """Signatures that fit all of these conditions are taken to be no signatures of people, until it is undone."""

    sheet = models.ForeignKey(SigningSheet, models.PROTECT, related_name="batches")
    name_pattern = models.CharField(_("name"), max_length=120, blank=True)
    domain = models.CharField(_("domain of the address"), max_length=255, blank=True)
    network = models.BinaryField(max_length=16, null=True, blank=True)
    from_at = models.DateTimeField(null=True, blank=True)
    until_at = models.DateTimeField()
    text = models.ForeignKey(SheetText, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    why = models.TextField(_("why"))
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="batch_without_reason",
                condition=~Q(why=""),
                violation_error_message=_("Say why these signatures do not count."),
            ),
            models.CheckConstraint(
                name="batch_takes_everything",
                condition=~Q(name_pattern="")
                | ~Q(domain="")
                | Q(network__isnull=False)
                | Q(from_at__isnull=False)
                | Q(text__isnull=False),
                violation_error_message=_(
                    "Give at least one condition: a batch never takes every signature."
                ),
            ),
            models.CheckConstraint(
                name="batch_ends_before_it_starts",
                condition=Q(from_at=None) | Q(from_at__lte=F("until_at")),
                violation_error_message=_("The end of the time cannot be before its beginning."),
            ),
            both_or_neither(
                "batch_undone_by_nobody",
                "undone_at",
                "undone_by",
                message=_("What is undone is undone by somebody at a moment."),
            ),
        ]

    class Privacy:
        identifying = ("name_pattern", "why")
        sensitive = ()
        keep_for = Keep.CAMPAIGN


class InvalidatedSignature(models.Model):
    """One signature that a batch took; kept when the batch is undone, so that what it took can always be shown."""

    batch = models.ForeignKey(InvalidationBatch, models.PROTECT, related_name="taken")
    signature = models.ForeignKey(Signature, models.PROTECT, related_name="taken_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "signature"], name="signature_taken_twice_by_a_batch"),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.CAMPAIGN
