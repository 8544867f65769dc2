"""The filter of a list, kept for the next time."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.kernel.privacy import Keep


class KeptFilter(models.Model):
    """What somebody last asked a list for; it stays when they sign out, and until they clear it."""

    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    page = models.CharField(max_length=40)
    asked = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "page"],
                name="filter_kept_twice",
                violation_error_message=_("A list keeps one filter for each person."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.ACCOUNT
