"""What a service counts month by month, with the source of every figure."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.models.campaign import Campaign
from vatra.kernel.in_languages import InLanguages, said_somewhere
from vatra.kernel.privacy import Keep
from vatra.people.words import Municipality


class OutcomeSeries(models.Model):
    """One figure per month that a campaign may move: calls, enquiries of carers, children left in hospital."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="series")
    name = InLanguages(_("what is counted"))
    kept_by = models.CharField(_("who counts it, and how"), max_length=200)
    municipality = models.CharField(
        _("municipality"), max_length=30, choices=Municipality, null=True, blank=True
    )

    class Meta:
        constraints = [
            said_somewhere("series_without_name", "name", _("Say what is counted.")),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.name)


class SeriesPoints(models.QuerySet["SeriesPoint"]):
    """Questions about many points."""

    def standing(self) -> Self:
        """Points that no correction has taken the place of, in the order of months."""
        return self.filter(corrected_by__isnull=True).order_by("month_on")


class SeriesPoint(models.Model):
    """The figure of one month and where it comes from; a correction is another point that takes its place."""

    series = models.ForeignKey(OutcomeSeries, models.PROTECT, related_name="points")
    month_on = models.DateField(_("month"))
    value = models.DecimalField(_("figure"), max_digits=14, decimal_places=4)
    source = models.CharField(_("source"), max_length=200)
    entered_at = models.DateTimeField(_("entered at"))
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    instead_of = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )

    objects = SeriesPoints.as_manager()

    trigger_sentences = {
        "series_point_changed": _("A figure is kept as it was entered: write a correction."),
        "correction_of_another_point": _("A correction is about the same month of the same series."),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["series", "month_on"],
                condition=models.Q(instead_of__isnull=True),
                name="month_entered_twice",
                violation_error_message=_("This month has a figure already: write a correction."),
            ),
            models.CheckConstraint(
                name="point_within_a_month",
                condition=models.Q(month_on__day=1),
                violation_error_message=_("A month is named by its first day."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE
