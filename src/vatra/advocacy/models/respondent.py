"""Answers of people nobody knows, how they came, and the codes that let somebody answer once."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.awareness.words import NotTakenOver
from vatra.advocacy.models.wave import SamplingPoint, SurveyWave
from vatra.kernel.privacy import Keep


class SurveyImport(models.Model):
    """A file of answers that was taken over; rows that could not be used are kept with the reason."""

    wave = models.ForeignKey(SurveyWave, models.PROTECT, related_name="imports")
    file_name = models.CharField(_("file"), max_length=200)
    taken_over_at = models.DateTimeField(_("taken over at"))
    taken_over_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    used = models.PositiveIntegerField(_("rows used"))

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class SurveyRowSetAside(models.Model):
    """A row of a file of answers that was not used, as it came."""

    taken_from = models.ForeignKey(SurveyImport, models.PROTECT, related_name="set_aside")
    line = models.PositiveIntegerField(_("line"))
    raw = models.JSONField()
    reason = models.CharField(_("why"), max_length=20, choices=NotTakenOver)
    column = models.CharField(_("column"), max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["taken_from", "line"],
                name="survey_row_set_aside_twice",
                violation_error_message=_("This row was set aside already."),
            ),
        ]

    class Privacy:
        identifying = ("raw",)
        sensitive = ()
        keep_for = Keep.CAMPAIGN


class Respondent(models.Model):
    """One person's answers to a wave, by the short names of the questions; nothing here says who it was.

    `sheet` is the number of the page or row that was filled in, so that sending it twice counts once.
    """

    wave = models.ForeignKey(SurveyWave, models.PROTECT, related_name="respondents")
    sheet = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    point = models.ForeignKey(
        SamplingPoint, models.PROTECT, null=True, blank=True, related_name="respondents"
    )
    weight = models.DecimalField(_("weight"), max_digits=12, decimal_places=4, default=1)
    language = models.CharField(_("language"), max_length=10)
    answered_on = models.DateField(_("answered on"))
    answers = models.JSONField(_("answers"))
    taken_down_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_from = models.ForeignKey(
        SurveyImport, models.PROTECT, null=True, blank=True, related_name="respondents"
    )

    trigger_sentences = {
        "answers_changed": _("Answers are kept as they were given."),
        "wave_takes_no_answers": _("This wave takes no answers now."),
        "answer_from_outside_the_frame": _("Choose a sampling point of this wave."),
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="answer_without_weight",
                condition=Q(weight__gt=0),
                violation_error_message=_("A weight is a number above 0."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ("answers", "language")
        keep_for = Keep.CAMPAIGN


class SurveyCode(models.Model):
    """The digest of an invitation code that has not been used; when it is used the row goes, and nothing leads anywhere."""

    wave = models.ForeignKey(SurveyWave, models.PROTECT, related_name="codes")
    digest = models.CharField(max_length=64, unique=True)

    class Privacy:
        identifying = ()
        sensitive = ("digest",)
        keep_for = Keep.CAMPAIGN
