"""Documents made of a decision, and the words an organisation writes into its letters."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Unit, User
from vatra.decisions.models.decision import Outcome
from vatra.decisions.words import AgeBand, DocumentKind
from vatra.kernel.privacy import Keep


class LetterText(models.Model):
    """The paragraphs of a letter in one language, for one age; an edition is never changed, a newer one replaces it.

    `paragraphs` are plain text, a blank line between them; they may name `{child}`, `{home}` and the other words that
    `documents.letters` fills in, and nothing else.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="letter_texts")
    kind = models.CharField(_("document"), max_length=20, choices=DocumentKind)
    language = models.CharField(_("language"), max_length=3)
    age_band = models.CharField(_("for whom"), max_length=10, choices=AgeBand, null=True, blank=True)
    edition = models.PositiveIntegerField(_("edition"))
    paragraphs = models.TextField(_("text"))
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    trigger_sentences = {
        "letter_text_changed": _("An edition of a letter stays as it was. Write a new edition."),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="letter_edition_twice",
                fields=["unit", "kind", "language", "age_band", "edition"],
                nulls_distinct=False,
                violation_error_message=_("This edition is already written. Open the page again."),
            ),
            models.CheckConstraint(
                name="letter_without_text",
                condition=~Q(paragraphs=""),
                violation_error_message=_("Write the text of the letter."),
            ),
            models.CheckConstraint(
                name="age_only_in_letters_to_children",
                condition=Q(kind=DocumentKind.CHILD_LETTER, age_band__isnull=False)
                | ~Q(kind=DocumentKind.CHILD_LETTER) & Q(age_band__isnull=True),
                violation_error_message=_("Only letters to children are worded for an age."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class IssuedDocument(models.Model):
    """A document as it was handed out: the file itself, and its SHA-256 as printed on the receipt and in the event."""

    outcome = models.ForeignKey(Outcome, models.PROTECT, related_name="documents")
    kind = models.CharField(_("document"), max_length=20, choices=DocumentKind)
    language = models.CharField(_("language"), max_length=3)
    age_band = models.CharField(max_length=10, choices=AgeBand, null=True, blank=True)
    text = models.ForeignKey(LetterText, models.PROTECT, null=True, blank=True, related_name="+")
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    trigger_sentences = {
        "document_changed": _("A document that was made stays as it is. Make a new one."),
    }

    class Privacy:
        identifying = ("pdf",)
        sensitive = ("kind",)
        keep_for = Keep.CARE_RECORD
