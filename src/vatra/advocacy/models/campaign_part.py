"""Whom a campaign speaks to, with whom it works, and who works on it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.advocacy.models.campaign import Campaign
from vatra.advocacy.models.kept import one_of
from vatra.advocacy.words import Audience
from vatra.kernel.constraints import no_overlap, period_in_order
from vatra.kernel.privacy import Keep


class CampaignAudience(models.Model):
    """A campaign speaks to one of the three audiences of the mission."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="audiences")
    audience = models.CharField(_("audience"), max_length=15, choices=Audience)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "audience"],
                name="audience_named_twice",
                violation_error_message=_("The campaign speaks to this audience already."),
            ),
            one_of(
                "audience_is_unknown", "audience", Audience.values, _("Choose an audience from the list.")
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class CampaignPartner(models.Model):
    """Another organisation that carries a campaign with us."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="partners")
    name = models.CharField(_("partner"), max_length=160)
    part = models.CharField(_("what the partner does"), max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "name"],
                name="partner_named_twice",
                violation_error_message=_("This partner is named already."),
            ),
            models.CheckConstraint(
                name="partner_without_part",
                condition=~Q(name="") & ~Q(part=""),
                violation_error_message=_("Name the partner, and say what it does."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class CampaignWorkers(models.QuerySet["CampaignWorker"]):
    """Questions about many people on campaigns."""

    def on(self, day: date) -> Self:
        """Those who work on a campaign on a day."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)


class CampaignWorker(models.Model):
    """Somebody of ours works on a campaign on these days."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="workers")
    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("who"))
    does = models.CharField(_("what this person does"), max_length=160)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)

    objects = CampaignWorkers.as_manager()

    class Meta:
        constraints = [
            period_in_order("campaign_work_ends_before_it_starts"),
            no_overlap(
                "twice_on_one_campaign",
                "campaign",
                "user",
                message=_("This person works on the campaign on these days already."),
            ),
            models.CheckConstraint(
                name="campaign_work_is_not_told",
                condition=~Q(does=""),
                violation_error_message=_("Say what this person does for the campaign."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE
