"""Handing the list over to whom it is addressed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.advocacy.models.signing.sheet import SigningSheet
from vatra.kernel.privacy import Keep


class Delivery(models.Model):
    """The list of those who agreed to it was handed over; `digest` is the SHA-256 of the file, which is not kept."""

    sheet = models.ForeignKey(SigningSheet, models.PROTECT, related_name="deliveries")
    to = models.CharField(_("handed to"), max_length=200)
    number = models.PositiveIntegerField()
    digest = models.BinaryField(max_length=32)
    delivered_at = models.DateTimeField()
    delivered_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="delivery_to_nobody",
                condition=~Q(to="") & Q(number__gt=0),
                violation_error_message=_("Say who receives the list; an empty list is not handed over."),
            ),
        ]

    class Privacy:
        identifying = ("to",)
        sensitive = ()
        keep_for = Keep.CAMPAIGN
