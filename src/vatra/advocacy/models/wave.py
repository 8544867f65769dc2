"""A wave of a survey: which questions are asked when, how, and of whom."""

import uuid
from datetime import date
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.awareness.words import Mode, WaveKind
from vatra.advocacy.models.survey import ItemVersion, Survey
from vatra.kernel.constraints import both_or_neither, period_in_order
from vatra.kernel.in_languages import InLanguages, said_somewhere
from vatra.kernel.privacy import Keep
from vatra.people.words import Municipality


class SurveyWaves(models.QuerySet["SurveyWave"]):
    """Questions about many waves."""

    def asking_on(self, day: date) -> Self:
        """Waves that are open and take answers on a day."""
        return self.filter(
            opened_at__isnull=False, closed_at__isnull=True, first_day__lte=day, last_day__gte=day
        )


class SurveyWave(models.Model):
    """One time of asking; what it asks and of whom is settled when it opens, and never changes after that."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    survey = models.ForeignKey(Survey, models.PROTECT, related_name="waves")
    slug = models.SlugField(_("short name in the address"), max_length=60, unique=True)
    kind = models.CharField(_("when it is asked"), max_length=10, choices=WaveKind)
    name = InLanguages(_("name"))
    mode = models.CharField(_("how people are asked"), max_length=15, choices=Mode)
    languages = ArrayField(models.CharField(max_length=10), default=list, verbose_name=_("languages"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    needs_code = models.BooleanField(_("only with an invitation code"), default=False)
    opened_at = models.DateTimeField(_("opened at"), null=True, blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = SurveyWaves.as_manager()

    trigger_sentences = {
        "opened_wave_changed": _("A wave that was opened is not changed: plan another one."),
        "wave_opened_without_items": _("Choose the questions before the wave is opened."),
        "item_of_another_survey": _("The question belongs to another survey."),
    }

    class Meta:
        constraints = [
            period_in_order("wave_ends_before_it_starts"),
            said_somewhere("wave_without_name", "name", _("Give the wave a name.")),
            both_or_neither(
                "wave_opened_by_nobody",
                "opened_at",
                "opened_by",
                message=_("Say who opened the wave, and when."),
            ),
            both_or_neither(
                "wave_closed_by_nobody",
                "closed_at",
                "closed_by",
                message=_("Say who closed the wave, and when."),
            ),
            models.CheckConstraint(
                name="wave_closed_before_it_was_opened",
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")),
                violation_error_message=_("A wave is closed after it was opened."),
            ),
            models.CheckConstraint(
                name="wave_without_language",
                condition=Q(languages__len__gt=0),
                violation_error_message=_("Choose at least one language."),
            ),
        ]
        indexes = [models.Index(fields=["survey", "first_day", "id"], name="waves_in_order")]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.name)

    @property
    def is_draft(self) -> bool:
        """Whether it may still be changed."""
        return self.opened_at is None

    @property
    def is_open(self) -> bool:
        """Whether it takes answers."""
        return self.opened_at is not None and self.closed_at is None


class WaveItem(models.Model):
    """A question of a wave, in the words of one version."""

    wave = models.ForeignKey(SurveyWave, models.PROTECT, related_name="items")
    version = models.ForeignKey(ItemVersion, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(_("place in the order"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["wave", "position"],
                name="wave_item_in_one_place",
                violation_error_message=_("A question is asked once in a wave, in the order of the survey."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class Stratum(models.Model):
    """A part of the population that is drawn from on its own, such as a region; with the number of people in it."""

    wave = models.ForeignKey(SurveyWave, models.PROTECT, related_name="strata")
    code = models.CharField(_("short name"), max_length=30)
    name = models.CharField(_("name"), max_length=120)
    population = models.PositiveIntegerField(_("people in it"))
    points_in_all = models.PositiveIntegerField(_("sampling points in it altogether"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["wave", "code"],
                name="stratum_named_twice",
                violation_error_message=_("Two strata have the same short name."),
            ),
            models.CheckConstraint(
                name="stratum_without_people",
                condition=Q(population__gt=0),
                violation_error_message=_("Say how many people live in the stratum."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class SamplingPoint(models.Model):
    """A place in which several people are asked; neighbours answer alike, which the intervals take into account."""

    stratum = models.ForeignKey(Stratum, models.PROTECT, related_name="points")
    code = models.CharField(_("short name"), max_length=30)
    municipality = models.CharField(
        _("municipality"), max_length=30, choices=Municipality, null=True, blank=True
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["stratum", "code"],
                name="point_named_twice",
                violation_error_message=_("Two sampling points of a stratum have the same short name."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE
