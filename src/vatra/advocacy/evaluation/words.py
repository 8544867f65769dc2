"""Words of evaluation: how a plan compares, and which part a series has in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Comparison(models.TextChoices):
    """What an evaluation compares, fixed before anybody sees what came of it."""

    LEVEL = "level", _("One series before and after: does the level change?")
    LEVEL_AND_SLOPE = "level_slope", _("One series before and after: do level and slope change?")
    CONTROLLED = "controlled", _("Series with the campaign against series without it")
    PLACES = "places", _("Two waves of a survey, municipalities with the campaign against others")


ONE_SERIES = (Comparison.LEVEL, Comparison.LEVEL_AND_SLOPE)


class Part(models.TextChoices):
    """Whether a series of a plan was reached by the campaign."""

    OUTCOME = "outcome", _("With the campaign")
    CONTROL = "control", _("Without it")
