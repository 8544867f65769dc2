"""What was taken over from elsewhere: each run, each row as it came, and what became of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.models import File
from vatra.kernel.privacy import Keep


class ImportRun(models.Model):
    """One return or file of records that was read in."""

    system = models.CharField(_("system"), max_length=20)
    folder = models.CharField(_("folder"), max_length=200)
    started_at = models.DateTimeField(_("started at"))
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    run_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    report = models.JSONField(default=dict)

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class SourceChild(models.Model):
    """The number another system has for a child, and the file here."""

    system = models.CharField(max_length=20)
    authority = models.CharField(max_length=80, blank=True)
    number = models.CharField(max_length=40)
    file = models.ForeignKey(File, models.PROTECT, related_name="source_numbers")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["system", "authority", "number"], name="source_number_of_two_children"
            ),
        ]

    class Privacy:
        identifying = ("number", "authority")
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class Fate(models.TextChoices):
    """What became of a row."""

    USED = "used", _("Used")
    MERGED = "merged", _("Merged with another row")
    SET_ASIDE = "set_aside", _("Set aside")


class ImportRow(models.Model):
    """One row exactly as it came, with its vintage, kept for good whatever became of it."""

    run = models.ForeignKey(ImportRun, models.PROTECT, related_name="rows")
    table = models.CharField(max_length=30)
    file_name = models.CharField(max_length=200)
    line = models.PositiveIntegerField()
    vintage = models.CharField(max_length=20, blank=True)
    raw = models.JSONField()
    digest = models.CharField(max_length=32)
    fate = models.CharField(max_length=10, choices=Fate)
    code = models.CharField(max_length=40, blank=True)
    sentence = models.CharField(max_length=300, blank=True)
    child_file = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="import_rows")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="row_set_aside_without_sentence",
                condition=Q(fate="used") | (~Q(code="") & ~Q(sentence="")),
                violation_error_message=_("A row that was not used says why."),
            ),
            models.UniqueConstraint(fields=["run", "file_name", "line"], name="row_read_twice"),
        ]
        indexes = [
            models.Index(fields=["run", "fate", "id"], name="import_rows_by_fate"),
            models.Index(fields=["digest"], name="import_row_digest"),
        ]

    class Privacy:
        identifying = ("raw", "digest")
        sensitive = ()
        keep_for = Keep.CARE_RECORD
