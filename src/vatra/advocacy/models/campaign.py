"""A campaign, its sub-campaigns and its phases."""

import uuid
from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.kernel.constraints import no_overlap, period_in_order
from vatra.kernel.in_languages import SITE_LANGUAGES, InLanguages, said_somewhere
from vatra.kernel.privacy import Keep


class Campaigns(models.QuerySet["Campaign"]):
    """Questions about many campaigns."""

    def public(self, on: date) -> Self:
        """Campaigns that are shown on the public site on a day."""
        return self.filter(shown_from__lte=on)

    def running_on(self, day: date) -> Self:
        """Campaigns that have begun and have not ended on a day."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)


class Campaign(models.Model):
    """A dated effort to change something for children; a sub-campaign lies within the days of the one above it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of")
    )
    # In the address of its public page; it never changes, so that links from elsewhere keep leading here.
    slug = models.SlugField(_("short name in the address"), max_length=60, unique=True)
    name = InLanguages(_("name"))
    purpose = InLanguages(_("purpose"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)
    # For what happened before anybody kept its days: they are then the frame it lies in, and the note says so.
    dates_unverified = models.BooleanField(_("the days are only a frame"), default=False)
    dates_note = InLanguages(_("what is known about the days"), blank=True)
    languages = ArrayField(
        models.CharField(max_length=10), default=list, blank=True, verbose_name=_("languages")
    )
    budget_line = models.CharField(_("budget line"), max_length=80, blank=True)
    shown_from = models.DateField(_("shown to the public from"), null=True, blank=True)

    objects = Campaigns.as_manager()

    trigger_sentences = {
        "campaign_outside_the_days_above": _("A sub-campaign lies within the days of the campaign above it."),
        "campaign_is_part_of_itself": _("A campaign cannot be part of itself."),
    }

    class Meta:
        constraints = [
            period_in_order("campaign_ends_before_it_starts"),
            said_somewhere("campaign_without_name", "name", _("Give the campaign a name.")),
            said_somewhere("campaign_without_purpose", "purpose", _("Say what the campaign is for.")),
            models.CheckConstraint(
                name="campaign_above_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message=_("A campaign cannot be part of itself."),
            ),
            models.CheckConstraint(
                name="campaign_frame_is_not_explained",
                condition=Q(dates_unverified=False) | Q(dates_note__has_any_keys=list(SITE_LANGUAGES)),
                violation_error_message=_("Say what is known about the days."),
            ),
        ]
        indexes = [models.Index(fields=["-first_day", "-id"], name="campaign_newest_first")]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.name)

    def is_shown_on(self, day: date) -> bool:
        """Whether the public sees the campaign on a day."""
        return self.shown_from is not None and self.shown_from <= day


class CampaignPhase(models.Model):
    """A dated part of a campaign: preparation, launch, signing, handing over."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="phases")
    name = InLanguages(_("name"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))

    trigger_sentences = {
        "phase_outside_its_campaign": _("A phase lies within the days of its campaign."),
    }

    class Meta:
        constraints = [
            period_in_order("phase_ends_before_it_starts"),
            no_overlap(
                "two_phases_at_once", "campaign", message=_("A campaign is in one phase on each day.")
            ),
            said_somewhere("phase_without_name", "name", _("Give the phase a name.")),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.name)
