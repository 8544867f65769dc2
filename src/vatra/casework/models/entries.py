"""What is written into a file from day to day. Entries are appended; a correction supersedes and both stay."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.models.file import File
from vatra.casework.words.entries import ContactKind, VisitPurpose
from vatra.kernel.privacy import Keep
from vatra.people.models import Person


class Visit(models.Model):
    """Somebody went to see the child where the child lives."""

    file = models.ForeignKey(File, models.PROTECT, related_name="visits")
    visited_on = models.DateField(_("visited on"))
    visited_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    purpose = models.CharField(_("purpose"), max_length=20, choices=VisitPurpose)
    saw_child = models.BooleanField(_("saw the child"), default=True)
    saw_child_alone = models.BooleanField(_("spoke with the child alone"), default=False)
    child_words = models.TextField(_("what the child said or showed"), blank=True)
    account = models.TextField(_("what was seen and agreed"))
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="child_alone_without_being_seen",
                condition=Q(saw_child=True) | Q(saw_child_alone=False),
                violation_error_message=_("Who spoke with the child alone also saw the child."),
            ),
        ]
        indexes = [models.Index(fields=["file", "-visited_on"], name="visit_of_file")]

    class Privacy:
        identifying = ("child_words", "account")
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class Contact(models.Model):
    """The child and somebody of the family met, spoke, wrote, or should have (R-37)."""

    file = models.ForeignKey(File, models.PROTECT, related_name="contacts")
    met_on = models.DateField(_("on"))
    relative = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("with"))
    kind = models.CharField(_("how"), max_length=20, choices=ContactKind)
    child_words = models.TextField(_("what the child said or showed"), blank=True)
    account = models.TextField(_("how it went"), blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )

    class Meta:
        indexes = [models.Index(fields=["file", "-met_on"], name="contact_of_file")]

    class Privacy:
        identifying = ("relative", "child_words", "account")
        sensitive = ("kind",)
        keep_for = Keep.CARE_RECORD


class Note(models.Model):
    """Something worth keeping that is neither a visit, a contact nor a review."""

    file = models.ForeignKey(File, models.PROTECT, related_name="notes")
    noted_on = models.DateField(_("on"))
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    note = models.TextField(_("note"))
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )

    class Meta:
        indexes = [models.Index(fields=["file", "-noted_on"], name="note_of_file")]

    class Privacy:
        identifying = ("note",)
        sensitive = ()
        keep_for = Keep.CARE_RECORD
