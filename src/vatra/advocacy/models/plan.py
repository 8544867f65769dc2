"""What an evaluation will compare, written down before; and what came of it."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.evaluation.words import Comparison, Part
from vatra.advocacy.models.campaign import Campaign
from vatra.advocacy.models.series import OutcomeSeries
from vatra.advocacy.models.survey import ItemVersion
from vatra.advocacy.models.wave import SurveyWave
from vatra.kernel.constraints import both_or_neither
from vatra.kernel.in_languages import InLanguages, said_somewhere
from vatra.kernel.privacy import Keep
from vatra.people.words import Municipality

OF_PLACES = ("baseline", "endline", "question")


class EvaluationPlan(models.Model):
    """How we shall tell whether a campaign worked; locked with its digest before the campaign begins.

    A plan that is fixed only after that is `is_exploratory`: what it finds is a hint and no test. `left_out` is
    [{"month": "2026-03-01", "why": …}]; `answer` is the code of the answer whose share is compared.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="plans")
    title = InLanguages(_("what we want to know"))
    outcome = models.CharField(_("outcome: what will tell us"), max_length=300)
    data_source = models.CharField(_("where the data come from"), max_length=300)
    comparison = models.CharField(_("how it is compared"), max_length=12, choices=Comparison)
    launch_on = models.DateField(_("day of the launch"))
    has_season = models.BooleanField(_("months of a year differ"), default=False)
    left_out = models.JSONField(_("months left out"), default=list, blank=True)
    baseline = models.ForeignKey(SurveyWave, models.PROTECT, null=True, blank=True, related_name="+")
    endline = models.ForeignKey(SurveyWave, models.PROTECT, null=True, blank=True, related_name="+")
    question = models.ForeignKey(ItemVersion, models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.CharField(_("answer"), max_length=30, blank=True)
    with_it = ArrayField(
        models.CharField(max_length=30, choices=Municipality),
        default=list,
        blank=True,
        verbose_name=_("municipalities with the campaign"),
    )
    without = ArrayField(
        models.CharField(max_length=30, choices=Municipality),
        default=list,
        blank=True,
        verbose_name=_("municipalities without it"),
    )
    locked_at = models.DateTimeField(_("locked at"), null=True, blank=True)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # SHA-256 of everything above as canonical JSON, by `evaluation.plan.digest_of`.
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    is_exploratory = models.BooleanField(_("exploratory"), default=False)

    trigger_sentences = {
        "locked_plan_changed": _("A locked plan is not changed: write another one."),
        "plan_locked_after_launch": _(
            "A plan is locked before its campaign begins. A later one is kept as exploratory."
        ),
    }

    class Meta:
        constraints = [
            said_somewhere("plan_without_title", "title", _("Say what you want to know.")),
            both_or_neither(
                "plan_locked_by_nobody",
                "locked_at",
                "locked_by",
                message=_("Say who locked the plan, and when."),
            ),
            models.CheckConstraint(
                name="plan_locked_without_digest",
                condition=Q(locked_at__isnull=True, digest="", is_exploratory=False)
                | Q(locked_at__isnull=False) & ~Q(digest=""),
                violation_error_message=_("A locked plan has a digest."),
            ),
            models.CheckConstraint(
                name="plan_of_places_without_waves",
                condition=Q(comparison=Comparison.PLACES, **{f"{name}__isnull": False for name in OF_PLACES})
                | ~Q(comparison=Comparison.PLACES) & Q(**{f"{name}__isnull": True for name in OF_PLACES}),
                violation_error_message=_("Choose the two waves and the question that are compared."),
            ),
            models.CheckConstraint(
                name="places_with_and_without_it",
                condition=~Q(with_it__overlap=models.F("without")),
                violation_error_message=_("A municipality has the campaign or has it not."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_locked(self) -> bool:
        """Whether it is fixed for good."""
        return self.locked_at is not None


class PlannedSeries(models.Model):
    """A series that a plan looks at, and whether the campaign reached it."""

    plan = models.ForeignKey(EvaluationPlan, models.PROTECT, related_name="series")
    series = models.ForeignKey(OutcomeSeries, models.PROTECT, related_name="plans")
    part = models.CharField(_("part"), max_length=8, choices=Part)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "series"],
                name="series_planned_twice",
                violation_error_message=_("A series has one part in a plan."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class EvaluationResult(models.Model):
    """What the locked plan gave on the data of a day: figures, the data themselves, and the seed; computed again, the same.

    `method` names the version of the computation.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(EvaluationPlan, models.PROTECT, related_name="results")
    plan_digest = models.CharField(max_length=64)
    method = models.CharField(max_length=20)
    seed = models.BigIntegerField()
    data = models.JSONField()
    figures = models.JSONField()
    issued_at = models.DateTimeField(_("issued at"))
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    trigger_sentences = {
        "result_changed": _("A result is kept as it was issued: evaluate again."),
        "result_of_an_open_plan": _("Lock the plan before you evaluate."),
    }

    class Meta:
        indexes = [models.Index(fields=["plan", "-issued_at"], name="results_newest_first")]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE
