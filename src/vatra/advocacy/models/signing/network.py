"""Where forms came from, as long as they are counted."""

from django.db import models

from vatra.advocacy.models.signing.sheet import SigningSheet
from vatra.kernel.privacy import Keep


class SigningAttempt(models.Model):
    """A form was sent, by somebody new or known: counted for the limits, and forgotten with the salt of its day.

    Written for both, so that sending takes as long for an address that is known as for one that is not.
    """

    sheet = models.ForeignKey(SigningSheet, models.PROTECT, related_name="+")
    network = models.BinaryField(max_length=16)
    sent_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["sheet", "network", "sent_at"], name="attempt_of_network")]

    class Privacy:
        identifying = ("network",)
        sensitive = ()
        keep_for = Keep.DRAFT
