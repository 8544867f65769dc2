"""What is told to everybody about a finished wave or evaluation."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.models.campaign import Campaign
from vatra.advocacy.models.plan import EvaluationResult
from vatra.advocacy.models.wave import SurveyWave
from vatra.kernel.constraints import both_or_neither, exactly_one
from vatra.kernel.in_languages import InLanguages, said_somewhere
from vatra.kernel.privacy import Keep


class ResultPages(models.QuerySet["ResultPage"]):
    """Questions about many result pages."""

    def released(self) -> Self:
        """Pages that everybody may read."""
        return self.filter(released_at__isnull=False)


class ResultPage(models.Model):
    """A page about one wave or one evaluation, with figures that point at nobody; released by a second person.

    `figures` are those of the day the page was written. A wave is told once: two pages that hide different cells could
    be read against each other.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="result_pages")
    slug = models.SlugField(_("short name in the address"), max_length=60, unique=True)
    title = InLanguages(_("title"))
    summary = InLanguages(_("what we learned, in plain words"))
    wave = models.OneToOneField(SurveyWave, models.PROTECT, null=True, blank=True, related_name="result_page")
    result = models.OneToOneField(
        EvaluationResult, models.PROTECT, null=True, blank=True, related_name="page"
    )
    figures = models.JSONField()
    written_at = models.DateTimeField(_("written at"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    released_at = models.DateTimeField(_("released at"), null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ResultPages.as_manager()

    trigger_sentences = {
        "released_page_changed": _("A page that everybody may read is not changed."),
    }

    class Meta:
        constraints = [
            said_somewhere("result_page_without_title", "title", _("Give the page a title.")),
            said_somewhere("result_page_without_summary", "summary", _("Say what you learned.")),
            exactly_one(
                "result_page_about_nothing",
                "wave",
                "result",
                message=_("A page is about one wave or one evaluation."),
            ),
            both_or_neither(
                "result_page_released_by_nobody",
                "released_at",
                "released_by",
                message=_("Say who released the page, and when."),
            ),
            models.CheckConstraint(
                name="result_page_released_by_its_writer",
                condition=Q(released_by__isnull=True) | ~Q(released_by=F("written_by")),
                violation_error_message=_("Somebody else than who wrote the page releases it."),
            ),
        ]
        indexes = [models.Index(fields=["-released_at", "-id"], name="result_pages_newest")]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.PUBLICATION

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_released(self) -> bool:
        """Whether everybody may read it."""
        return self.released_at is not None
