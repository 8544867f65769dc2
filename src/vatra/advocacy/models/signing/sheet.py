"""The sheet people sign on, its text version by version, and the consents that stand below it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.models.action import Action
from vatra.advocacy.signing.words import Purpose
from vatra.kernel.in_languages import SITE_LANGUAGES, InLanguages
from vatra.kernel.privacy import Keep

EVERY_LANGUAGE = list(SITE_LANGUAGES)


class SigningSheet(models.Model):
    """What a petition, pledge or open letter adds to its action: a goal, a country's age rule, what may be shown.

    It can be signed on the days of the action.
    """

    action = models.OneToOneField(Action, models.PROTECT, related_name="sheet")
    goal = models.PositiveIntegerField(_("how many signatures it aims at"), null=True, blank=True)
    may_show_names = models.BooleanField(_("the names of those who agree may be shown"), default=False)
    # The pack whose smallest age for signing holds here.
    jurisdiction = models.CharField(_("law"), max_length=20)
    # Switched off where the browsers of those who sign are too old for it: then their signatures wait for nobody.
    asks_proof = models.BooleanField(_("the browser does a short calculation before sending"), default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="sheet_aims_at_nothing",
                condition=Q(goal__isnull=True) | Q(goal__gt=0),
                violation_error_message=_(
                    "A goal is one signature at least; leave it empty if there is none."
                ),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.action)


class Texts(models.QuerySet["SheetText"]):
    """Questions about many texts."""

    def current(self) -> Self:
        """The newest version first, with its sheet and action."""
        return self.select_related("sheet__action").order_by("-number")


class SheetText(models.Model):
    """One version of what is signed, in all languages; it never changes, a change makes the next version.

    `digest` is the SHA-256 of the canonical JSON of its words and of whom it is delivered to.
    """

    sheet = models.ForeignKey(SigningSheet, models.PROTECT, related_name="texts")
    number = models.PositiveIntegerField()
    words = InLanguages(_("what is signed"))
    deliver_to = InLanguages(_("to whom it is delivered"))
    digest = models.BinaryField(max_length=32)
    begun_at = models.DateTimeField()

    objects = Texts.as_manager()

    trigger_sentences = {
        "sheet_text_is_changed": _(
            "A text that can be signed stays as it is: write its next version instead."
        ),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "number"],
                name="text_version_written_twice",
                violation_error_message=_("Somebody else has just changed this text. Look at it first."),
            ),
            models.CheckConstraint(
                name="text_not_in_every_language",
                condition=Q(words__has_keys=EVERY_LANGUAGE, deliver_to__has_keys=EVERY_LANGUAGE),
                violation_error_message=_(
                    "Write what is signed, and to whom it goes, in all three languages."
                ),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class ConsentText(models.Model):
    """The words of one consent below one version of a text: what somebody agreed to can be shown for good."""

    text = models.ForeignKey(SheetText, models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=10, choices=Purpose)
    words = InLanguages()
    digest = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["text", "purpose"],
                name="consent_worded_twice",
                violation_error_message=_("A text has one wording for each consent."),
            ),
            models.CheckConstraint(
                name="consent_not_in_every_language",
                condition=Q(words__has_keys=EVERY_LANGUAGE, purpose__in=Purpose.values),
                violation_error_message=_("A consent is worded in all three languages."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class SheetTally(models.Model):
    """How many signatures of a sheet count: confirmed, not withdrawn, in no batch that holds. Kept by a trigger."""

    sheet = models.OneToOneField(SigningSheet, models.PROTECT, primary_key=True, related_name="tally")
    number = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(name="tally_below_zero", condition=Q(number__gte=0)),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE
