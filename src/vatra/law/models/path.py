"""What happened on a child's legal path, and at which of its steps the child waits."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.models import File
from vatra.kernel.privacy import Keep
from vatra.law.path.words import ONCE


class PathEvents(models.QuerySet["PathEvent"]):
    """Questions about many events of legal paths."""

    def standing(self) -> "PathEvents":
        """What was neither corrected nor found not to have happened."""
        return self.filter(corrected_by__isnull=True, did_not_happen=False)


class PathEvent(models.Model):
    """Something that happened on the legal path of a child, by its code in the pack of the file's law."""

    file = models.ForeignKey(File, models.PROTECT, related_name="path")
    event = models.CharField(_("what happened"), max_length=40)
    happened_on = models.DateField(_("on"))
    # The code of the institution in the pack.
    authority = models.CharField(_("by whom"), max_length=40)
    note = models.TextField(_("what is worth knowing about it"), blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    did_not_happen = models.BooleanField(_("this did not happen"), default=False)

    objects = PathEvents.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file", "event"],
                condition=Q(event__in=[str(code) for code in ONCE], corrects__isnull=True),
                name="path_event_twice",
                violation_error_message=_(
                    "This can happen only once, and is in the file already. Correct what is written there."
                ),
            ),
            models.CheckConstraint(
                name="path_event_denied_before_it_was_told",
                condition=Q(did_not_happen=False) | Q(corrects__isnull=False),
                violation_error_message=_(
                    "Only what was written down before can turn out not to have happened."
                ),
            ),
        ]
        indexes = [models.Index(fields=["file", "happened_on"], name="path_event_of_file")]

    class Privacy:
        identifying = ("note",)
        sensitive = ("event", "authority")
        keep_for = Keep.CARE_RECORD


class Waiting(models.Model):
    """At which step of its legal path a child waits, and since when: worked out from the events by each act.

    There is no row for a child with no event yet, nor for one whose path has come to its end.
    """

    file = models.OneToOneField(File, models.PROTECT, related_name="waiting")
    step = models.CharField(_("waits at"), max_length=40)
    first_day = models.DateField(_("since"))

    class Meta:
        indexes = [models.Index(fields=["first_day", "file"], name="waiting_longest_first")]

    class Privacy:
        identifying = ()
        sensitive = ("step",)
        keep_for = Keep.CARE_RECORD
