"""What was taken over from elsewhere: each run, each row as it came, and what became of it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Unit, User
from vatra.casework.models import File
from vatra.kernel.privacy import Keep


class ImportRuns(models.QuerySet["ImportRun"]):
    """Questions about many imports."""

    def into_units(self, units: list[int]) -> Self:
        """Imports into these units or units below them."""
        return self.filter(unit__lineage__overlap=units)


class ImportRun(models.Model):
    """One folder of records that was read in; `report` holds the counts per table."""

    system = models.CharField(_("system"), max_length=20)
    folder = models.CharField(_("folder"), max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    started_at = models.DateTimeField(_("started at"))
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    run_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    report = models.JSONField(default=dict)

    objects = ImportRuns.as_manager()

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
    # What the sentence of the code names, such as a line and a file; the sentence is said in the reader's language.
    details = models.JSONField(default=dict)
    child_file = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="import_rows")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="row_put_by_without_reason",
                condition=Q(fate="used") | ~Q(code=""),
                violation_error_message=_("A row that was not used says why."),
            ),
            models.UniqueConstraint(fields=["run", "file_name", "line"], name="row_read_twice"),
        ]
        indexes = [
            models.Index(fields=["run", "fate", "id"], name="import_rows_by_fate"),
            models.Index(fields=["digest"], name="import_row_digest"),
        ]

    class Privacy:
        identifying = ("raw", "digest", "details")
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class ReturnFact(models.Model):
    """What a return says of a child and no record of ours has a place for, in the return's own codes."""

    file = models.ForeignKey(File, models.PROTECT, related_name="return_facts")
    table = models.CharField(max_length=30)
    vintage = models.DateField(_("return up to"))
    facts = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "table", "vintage"], name="return_fact_written_twice"),
        ]

    class Privacy:
        identifying = ("facts",)
        sensitive = ()
        keep_for = Keep.CARE_RECORD
