"""What is written into a file from day to day. Entries are appended; a correction supersedes and both stay."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.models.file import File
from vatra.casework.words.entries import ContactKind, Participation, VisitPurpose
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


class Review(models.Model):
    """The regular look at whether this is still right for the child (UN Guidelines §67, R-33)."""

    file = models.ForeignKey(File, models.PROTECT, related_name="reviews")
    held_on = models.DateField(_("held on"))
    led_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True, blank=True)
    participation = models.CharField(_("the child's part"), max_length=3, choices=Participation)
    child_words = models.TextField(_("what the child said or showed"), blank=True)
    causes_now = models.TextField(_("do the causes still hold"), blank=True)
    conclusion = models.TextField(_("what was agreed"), blank=True)
    next_on = models.DateField(_("next review on"), null=True, blank=True)
    # The code of the system the review was taken over from.
    source_code = models.CharField(max_length=20, blank=True, editable=False)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="next_review_before_this_one",
                condition=Q(next_on__isnull=True) | Q(next_on__gt=F("held_on")),
                violation_error_message=_("The next review lies after this one."),
            ),
            models.CheckConstraint(
                name="review_without_the_childs_part",
                condition=~Q(participation__in=["PN1", "PN2", "PN3", "PN6", "OB"])
                | ~Q(child_words="")
                | ~Q(source_code=""),
                violation_error_message=_("Write down what the child said, sent or showed."),
            ),
        ]
        indexes = [models.Index(fields=["file", "-held_on"], name="review_of_file")]

    class Privacy:
        identifying = ("child_words", "causes_now", "conclusion")
        sensitive = ("participation",)
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
