"""Placements: where a child lives or lived, on which decision that rests, and days away."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.casework.models import File
from vatra.decisions.models import Outcome
from vatra.homes.models import Home
from vatra.homes.words import RESIDENTIAL_FORMS, FormOfCare
from vatra.kernel.constraints import both_or_neither, exactly_one, no_overlap, period_in_order
from vatra.kernel.period import Period
from vatra.kernel.privacy import Keep
from vatra.placements.words import AwayKind, EndReason, YoungChildException


class Placements(models.QuerySet["Placement"]):
    """Questions about many placements."""

    def open_on(self, day: date) -> Self:
        """Stays that include a day."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)


class Placement(models.Model):
    """A stay of one child in one home, from a first day to an included last day, resting on an issued decision."""

    file = models.ForeignKey(File, models.PROTECT, related_name="placements")
    home = models.ForeignKey(Home, models.PROTECT, related_name="placements")
    form = models.CharField(_("form of care"), max_length=30, choices=FormOfCare)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)
    end_reason = models.CharField(
        _("reason for the end"), max_length=30, choices=EndReason, null=True, blank=True
    )
    outcome = models.ForeignKey(Outcome, models.PROTECT, null=True, blank=True, related_name="placements")
    # Taken over from another system: the import record that says "not documented here". No foreign key, because imports
    # stand above stays; exchange/sql/taken_over.sql refuses a stay whose `source_codes` name no row of an import.
    undocumented = models.CharField(max_length=120, null=True, blank=True, editable=False)
    young_child_exception = models.CharField(
        _("exception for a child under three"),
        max_length=20,
        choices=YoungChildException,
        null=True,
        blank=True,
    )
    exception_until = models.DateField(_("exception until"), null=True, blank=True)
    source_codes = models.JSONField(default=dict, blank=True, editable=False)

    objects = Placements.as_manager()

    # Refusals of placements/sql/placement.sql, and the last one of exchange/sql/taken_over.sql.
    trigger_sentences = {
        "placement_rests_on_another_childs_decision": _("The decision is about another child."),
        "placement_rests_on_a_decision_that_fell": _(
            "This decision was withdrawn, superseded or overturned. A stay needs a decision that holds."
        ),
        "placement_before_its_decision": _("The stay cannot begin before the decision takes effect."),
        "undocumented_stay_without_import": _(
            "Only a stay that an import told of may rest on no decision. This one names no such row."
        ),
    }

    class Meta:
        constraints = [
            period_in_order("placement_ends_before_it_starts"),
            no_overlap(
                "placement_overlaps", "file", message=_("The child already lives in a home on these days.")
            ),
            exactly_one(
                "placement_without_issued_decision",
                "outcome",
                "undocumented",
                message=_("A placement rests on an issued decision."),
            ),
            both_or_neither(
                "placement_ended_without_reason",
                "last_day",
                "end_reason",
                message=_("Say on which day the stay ended, and why."),
            ),
            both_or_neither(
                "young_child_exception_without_end",
                "young_child_exception",
                "exception_until",
                message=_("An exception for a child under three has a last day."),
            ),
        ]
        indexes = [
            models.Index(fields=["home", "last_day"], name="placement_in_home"),
        ]

    class Privacy:
        identifying = ()
        sensitive = ("form", "end_reason", "young_child_exception", "undocumented", "source_codes")
        keep_for = Keep.CARE_RECORD

    @property
    def period(self) -> Period:
        """The days of the stay."""
        return Period(self.first_day, self.last_day)

    @property
    def is_outside_a_family(self) -> bool:
        """Whether this form of care is not a family."""
        return self.form in RESIDENTIAL_FORMS


class Absence(models.Model):
    """Days on which the child is elsewhere although the stay goes on."""

    placement = models.ForeignKey(Placement, models.PROTECT, related_name="absences")
    kind = models.CharField(_("why away"), max_length=20, choices=AwayKind)
    first_day = models.DateField(_("first day away"))
    last_day = models.DateField(_("last day away"), null=True, blank=True)
    account = models.TextField(_("what is known"), blank=True)

    class Meta:
        constraints = [
            period_in_order("absence_ends_before_it_starts"),
            no_overlap(
                "absence_overlaps", "placement", message=_("The child is already away on these days.")
            ),
        ]

    class Privacy:
        identifying = ("account",)
        sensitive = ("kind",)
        keep_for = Keep.CARE_RECORD
