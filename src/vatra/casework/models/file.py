"""The child's file: one open file per child, one responsible worker on each day."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Reach, Unit, User
from vatra.access.roles import Permission
from vatra.casework.words.file import ClosingReason
from vatra.kernel.constraints import both_or_neither, no_overlap, period_in_order
from vatra.kernel.jurisdiction import the_law_here
from vatra.kernel.privacy import Keep
from vatra.people.models import Person


class Files(models.QuerySet["File"]):
    """Questions about many files; `visible_to` is the only door."""

    def visible_to(self, user: User, *, on: date, to: Permission = Permission.READ_FILE) -> Self:
        """Files the user may use for this permission, by a relationship that holds on the day."""
        reach = Reach.objects.on(on).allowing(to).filter(user=user, file_id=OuterRef("pk"))
        return self.filter(Exists(reach))

    def open_on(self, day: date) -> Self:
        """Files open on a day."""
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gte=day), opened_on__lte=day)


class File(models.Model):
    """The record of one stretch of work with one child; everything about the child carries its key."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(_("file number"), max_length=20, unique=True)
    child = models.ForeignKey(Person, models.PROTECT, related_name="files")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="files", verbose_name=_("unit"))
    # Copied from the child so that a unit's list is one index scan; the acts keep it.
    child_sort_key = models.CharField(max_length=260, editable=False)
    jurisdiction = models.CharField(_("under the law of"), max_length=40, default=the_law_here)
    opened_on = models.DateField(_("opened on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closing_reason = models.CharField(
        _("reason for closing"), max_length=30, choices=ClosingReason, null=True, blank=True
    )

    objects = Files.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(closed_on__isnull=True),
                name="second_open_file",
                violation_error_message=_("This child already has an open file."),
            ),
            models.CheckConstraint(
                name="file_closed_before_opened",
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                violation_error_message=_("A file cannot be closed before it was opened."),
            ),
            both_or_neither(
                "file_closed_without_reason",
                "closed_on",
                "closing_reason",
                message=_("Say why the file is closed, and on which day."),
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "child_sort_key", "id"], name="file_of_unit_in_order"),
        ]

    class Privacy:
        identifying = ("reference", "key", "child_sort_key")
        sensitive = ("closing_reason",)
        keep_for = Keep.CARE_RECORD

    def __str__(self) -> str:
        return self.reference

    @property
    def is_open(self) -> bool:
        """Whether the file has not been closed."""
        return self.closed_on is None


class FileWorkers(models.QuerySet["FileWorker"]):
    """Questions about who answers for many children."""

    def held_on(self, day: date) -> Self:
        """Who answers for which child on a day."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)


class FileWorker(models.Model):
    """The social worker who answers for the child on these days (R-01)."""

    file = models.ForeignKey(File, models.PROTECT, related_name="workers")
    worker = models.ForeignKey(User, models.PROTECT, related_name="files_answered_for")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)

    objects = FileWorkers.as_manager()

    class Meta:
        constraints = [
            period_in_order("worker_leaves_before_coming"),
            no_overlap(
                "two_responsible_workers", "file", message=_("One worker answers for a child on each day.")
            ),
        ]
        indexes = [models.Index(fields=["worker", "last_day"], name="files_of_worker")]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.CARE_RECORD
