"""What the press gets at a press conference, and from which moment."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.advocacy.events.words import Shows
from vatra.advocacy.models.action import Action
from vatra.kernel.in_languages import InLanguages
from vatra.kernel.privacy import Keep


class PressConference(models.Model):
    """The statement of a press conference, whom to ask, and the moment before which nobody outside sees it."""

    action = models.OneToOneField(Action, models.PROTECT, related_name="press_conference")
    embargo_at = models.DateTimeField(_("public from"))
    statement = InLanguages(_("statement"), blank=True)
    contact_name = models.CharField(_("whom to ask"), max_length=120)
    contact = models.CharField(_("telephone number or e-mail address"), max_length=160)

    trigger_sentences = {
        "press_of_another_kind_of_action": _(
            "Only a press conference has an embargo and files for the press."
        ),
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="press_without_contact",
                condition=~Q(contact_name="") & ~Q(contact=""),
                violation_error_message=_("Say whom the press can ask, and how."),
            ),
        ]

    class Privacy:
        identifying = ("contact_name", "contact")
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.action)

    def is_public_at(self, moment: datetime) -> bool:
        """Whether the embargo has ended."""
        return self.embargo_at <= moment


class KitFile(models.Model):
    """A file for the press; a picture only with a statement about the children it shows (CRC art. 16)."""

    conference = models.ForeignKey(PressConference, models.PROTECT, related_name="files")
    title = models.CharField(_("title"), max_length=120)
    language = models.CharField(_("language"), max_length=10, blank=True)
    file_name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=40)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    is_picture = models.BooleanField(default=False)
    shows = models.CharField(_("does it show a child?"), max_length=20, choices=Shows)
    consent_statement = models.TextField(_("statement about the children shown"), blank=True)
    # Where the consent of the child and of who answers for the child is kept; the record itself stays there.
    consent_record = models.CharField(_("where the consent is kept"), max_length=200, blank=True)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="picture_without_statement",
                condition=Q(is_picture=False) | ~Q(consent_statement=""),
                violation_error_message=_("Say of each picture which children it shows and why it may."),
            ),
            models.CheckConstraint(
                name="child_recognisable_without_consent",
                condition=~Q(shows=Shows.WITH_CONSENT) | (~Q(consent_record="") & ~Q(consent_statement="")),
                violation_error_message=_(
                    "A child who can be recognised is shown only with a consent, and it is said where it is kept."
                ),
            ),
        ]

    class Privacy:
        identifying = ("content", "consent_statement")
        sensitive = ("consent_record",)
        keep_for = Keep.CAMPAIGN

    def __str__(self) -> str:
        return self.title
