"""What a campaign asks of somebody in office."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.models.campaign import Campaign
from vatra.advocacy.models.institution import Post
from vatra.advocacy.words import Change, Instrument, Level, Theme
from vatra.kernel.in_languages import InLanguages, said_somewhere
from vatra.kernel.privacy import Keep

LAST_ARTICLE = 54


class Asks(models.QuerySet["PolicyAsk"]):
    """Questions about many asks."""

    def public(self, on: date) -> Self:
        """Asks that are shown on the public site on a day."""
        return self.filter(shown_from__lte=on)


class PolicyAsk(models.Model):
    """One change asked of the holder of one post by a day; its state is what its updates say, never a field."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="asks")
    addressee = models.ForeignKey(
        Post, models.PROTECT, related_name="asks", verbose_name=_("asked of the holder of")
    )
    slug = models.SlugField(_("short name in the address"), max_length=60, unique=True)
    title = InLanguages(_("in one line"))
    text = InLanguages(_("what we ask"))
    theme = models.CharField(_("theme"), max_length=20, choices=Theme)
    change = models.CharField(_("kind of change"), max_length=10, choices=Change)
    level = models.CharField(_("level"), max_length=10, choices=Level)
    instrument = models.CharField(_("instrument wanted"), max_length=12, choices=Instrument)
    crc_article = models.PositiveSmallIntegerField(
        _("article of the Convention on the Rights of the Child"), null=True, blank=True
    )
    # What is true when the ask is made, so that a later day can be measured against it.
    baseline = models.CharField(_("baseline indicator, with its value and source"), max_length=300)
    asked_on = models.DateField(_("asked on"))
    deadline_on = models.DateField(_("asked for by"), null=True, blank=True)
    shown_from = models.DateField(_("shown to the public from"), null=True, blank=True)

    objects = Asks.as_manager()

    # Told by its updates, where a query was asked for it (`asks.open_asks.with_stage`).
    stage: str

    class Meta:
        constraints = [
            said_somewhere("ask_without_title", "title", _("Say in one line what is asked.")),
            said_somewhere("ask_without_text", "text", _("Say what is asked.")),
            models.CheckConstraint(
                name="ask_due_before_it_is_asked",
                condition=Q(deadline_on__isnull=True) | Q(deadline_on__gte=models.F("asked_on")),
                violation_error_message=_("The deadline cannot be before the day of asking."),
            ),
            models.CheckConstraint(
                name="ask_words_are_unknown",
                condition=Q(
                    theme__in=Theme.values,
                    change__in=Change.values,
                    level__in=Level.values,
                    instrument__in=Instrument.values,
                ),
                violation_error_message=_("Choose theme, change, level and instrument from the lists."),
            ),
            models.CheckConstraint(
                name="ask_article_is_none",
                condition=Q(crc_article__isnull=True) | Q(crc_article__range=(1, LAST_ARTICLE)),
                violation_error_message=_("The Convention on the Rights of the Child has articles 1 to 54."),
            ),
        ]
        indexes = [models.Index(fields=["deadline_on", "id"], name="ask_by_deadline")]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.title)
