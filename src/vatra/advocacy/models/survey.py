"""An awareness survey, its questions, and the wordings each question has had."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.awareness.words import CHOSEN, ItemKind
from vatra.advocacy.models.campaign import Campaign
from vatra.kernel.in_languages import InLanguages, Wording, said_somewhere
from vatra.kernel.privacy import Keep


class Survey(models.Model):
    """Questions about what people know, think and do (KAP), asked in the same words wave after wave."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="surveys")
    title = InLanguages(_("title"))
    introduction = InLanguages(_("what people are told before the first question"))
    # A few words of one's own can name somebody: they are asked for only where the survey says so.
    asks_for_words = models.BooleanField(_("may ask for a few words"), default=False)

    class Meta:
        constraints = [
            said_somewhere("survey_without_title", "title", _("Give the survey a title.")),
            said_somewhere(
                "survey_without_introduction",
                "introduction",
                _("Tell people who asks, what for, and that nobody will know who answered."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.title)


class SurveyItem(models.Model):
    """A question at its fixed place in a survey; its words are those of one of its versions."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="items")
    # The name of its column in files of answers.
    code = models.SlugField(_("short name"), max_length=30)
    position = models.PositiveSmallIntegerField(_("place in the order"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "code"],
                name="item_code_used_twice",
                violation_error_message=_("Another question of this survey has this short name."),
            ),
            models.UniqueConstraint(
                fields=["survey", "position"],
                name="items_in_one_place",
                violation_error_message=_("Another question of this survey stands in this place."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class ItemVersion(models.Model):
    """A question word for word with its answers; other words are another version, and answers to two are not compared.

    `choices` is [{"code": …, "label": {"sq": …}}], in the order in which they are read out.
    """

    item = models.ForeignKey(SurveyItem, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    kind = models.CharField(_("how it is answered"), max_length=10, choices=ItemKind)
    text = InLanguages(_("question"))
    choices = models.JSONField(_("answers to choose from"), default=list, blank=True)
    lowest = models.IntegerField(_("lowest number"), null=True, blank=True)
    highest = models.IntegerField(_("highest number"), null=True, blank=True)

    trigger_sentences = {
        "item_version_changed": _("The words of a question are kept: write another version."),
        "words_not_asked_for": _("This survey does not ask for words of one's own."),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "number"],
                name="item_version_written_twice",
                violation_error_message=_("This version of the question exists already."),
            ),
            said_somewhere("item_without_text", "text", _("Write the question.")),
            models.CheckConstraint(
                name="item_choices_do_not_fit_its_kind",
                condition=Q(kind__in=CHOSEN) & ~Q(choices=[]) | ~Q(kind__in=CHOSEN) & Q(choices=[]),
                violation_error_message=_("Write the answers to choose from, and only where one chooses."),
            ),
            models.CheckConstraint(
                name="item_scale_without_ends",
                condition=Q(kind__in=[*CHOSEN, ItemKind.TEXT], lowest__isnull=True, highest__isnull=True)
                | Q(kind=ItemKind.NUMBER)
                | Q(kind=ItemKind.SCALE, lowest__isnull=False, highest__isnull=False),
                violation_error_message=_("A scale has two ends, and only numbers have ends."),
            ),
            models.CheckConstraint(
                name="item_ends_in_wrong_order",
                condition=Q(lowest__isnull=True) | Q(highest__isnull=True) | Q(highest__gt=F("lowest")),
                violation_error_message=_("The highest number is above the lowest one."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.text)

    @property
    def labels(self) -> dict[str, Wording]:
        """The answers to choose from, by their codes."""
        return {each["code"]: Wording(each["label"]) for each in self.choices}
