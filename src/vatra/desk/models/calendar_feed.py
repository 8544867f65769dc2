"""The address at which a person's calendar reads what is due."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.kernel.privacy import Keep


class CalendarFeed(models.Model):
    """A secret address that tells a calendar on which days how much is due, until it is revoked.

    Of the secret only the SHA-256 digest is kept: whoever reads this table cannot read a feed.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    digest = models.BinaryField(max_length=32, unique=True)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(revoked_at__isnull=True),
                name="second_calendar_feed",
                violation_error_message=_("There is already an address for your calendar."),
            ),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True) | Q(revoked_at__gte=models.F("created_at")),
                name="calendar_feed_revoked_before_created",
                violation_error_message=_("An address cannot be closed before it was made."),
            ),
        ]

    class Privacy:
        identifying = ("digest",)
        sensitive = ()
        keep_for = Keep.ACCOUNT
