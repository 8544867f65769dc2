"""What is done for a campaign: a petition, a letter, an event, a training, a brief."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.models.ask import PolicyAsk
from vatra.advocacy.models.campaign import Campaign
from vatra.advocacy.words import ActionKind
from vatra.kernel.constraints import period_in_order
from vatra.kernel.in_languages import InLanguages, said_somewhere
from vatra.kernel.privacy import Keep


class Actions(models.QuerySet["Action"]):
    """Questions about many actions."""

    def public(self, on: date) -> Self:
        """Actions that are shown on the public site on a day."""
        return self.filter(shown_from__lte=on)

    def open_on(self, day: date) -> Self:
        """Actions that have begun and have not ended on a day."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)


class Action(models.Model):
    """One thing done for a campaign on these days, towards an ask where it serves one; each kind adds its own table."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="actions")
    ask = models.ForeignKey(
        PolicyAsk,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("towards the ask"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=ActionKind)
    slug = models.SlugField(_("short name in the address"), max_length=60, unique=True)
    title = InLanguages(_("title"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)
    shown_from = models.DateField(_("shown to the public from"), null=True, blank=True)

    objects = Actions.as_manager()

    trigger_sentences = {
        "action_towards_another_campaigns_ask": _("The ask belongs to another campaign."),
    }

    class Meta:
        constraints = [
            period_in_order("action_ends_before_it_starts"),
            said_somewhere("action_without_title", "title", _("Give the action a title.")),
            models.CheckConstraint(
                name="action_kind_is_unknown",
                condition=Q(kind__in=ActionKind.values),
                violation_error_message=_("This kind of action does not exist."),
            ),
        ]
        indexes = [models.Index(fields=["-first_day", "-id"], name="action_newest_first")]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.title)
