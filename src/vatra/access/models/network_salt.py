"""What the networks of one day are hashed with."""

from django.db import models

from vatra.kernel.privacy import Keep


class NetworkSalt(models.Model):
    """What network addresses are hashed with on one day; thrown away after it, so that no address can be found again."""

    day = models.DateField(primary_key=True)
    salt = models.BinaryField(max_length=32)

    class Privacy:
        identifying = ()
        sensitive = ("salt",)
        keep_for = Keep.DRAFT
