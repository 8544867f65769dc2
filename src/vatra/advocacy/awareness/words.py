"""Words of awareness surveys: kinds of question and of wave, ways of asking, and why a row is set aside."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ItemKind(models.TextChoices):
    """How a question is answered."""

    ONE = "one", _("One answer of several")
    SEVERAL = "several", _("Any number of answers")
    SCALE = "scale", _("A scale from one end to the other")
    NUMBER = "number", _("A number")
    TEXT = "text", _("A few words")


CHOSEN = (ItemKind.ONE, ItemKind.SEVERAL)
COUNTED = (ItemKind.SCALE, ItemKind.NUMBER)


class WaveKind(models.TextChoices):
    """Where a wave stands to the campaign."""

    BASELINE = "baseline", _("Before the campaign (baseline)")
    MIDLINE = "midline", _("While it runs")
    ENDLINE = "endline", _("After the campaign (endline)")


class Mode(models.TextChoices):
    """How people are asked."""

    WEB = "web", _("On the public site")
    FACE_TO_FACE = "face_to_face", _("Face to face")
    TELEPHONE = "telephone", _("By telephone")
    PAPER = "paper", _("On paper")


class NotTakenOver(models.TextChoices):
    """Why a row of a file of answers was set aside."""

    STRATUM = "unknown_stratum", _("The stratum is not in the frame of the wave.")
    POINT = "unknown_point", _("The sampling point is not in this stratum.")
    WEIGHT = "weight", _("The weight is not a number above 0.")
    LANGUAGE = "language", _("The language is not one of the wave.")
    DAY = "day", _("The day is not written as 2026-03-31, or lies outside the wave.")
    COLUMNS = "columns", _("The row has more cells than the first row has names.")
    ANSWER = "answer", _("An answer does not fit its question.")
    NOTHING = "nothing", _("No question is answered.")
