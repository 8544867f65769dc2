"""Words about those in office: where they stand, how we met, and what became of a promise."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Position(models.TextChoices):
    """Where the holder of a post stands towards an ask."""

    SUPPORTS = "supports", _("Supports it")
    LEANS_FOR = "leans_for", _("Leans towards it")
    NEUTRAL = "neutral", _("Neutral")
    LEANS_AGAINST = "leans_against", _("Leans against it")
    AGAINST = "against", _("Against it")
    NOT_KNOWN = "not_known", _("Not known")


class EncounterKind(models.TextChoices):
    """How we and an institution spoke with each other."""

    MEETING = "meeting", _("Meeting")
    LETTER_SENT = "letter_sent", _("Letter we sent")
    LETTER_RECEIVED = "letter_received", _("Letter we received")
    CALL = "call", _("Telephone call")


class Verdict(models.TextChoices):
    """What became of a promise."""

    KEPT = "kept", _("Kept")
    BROKEN = "broken", _("Broken")
    NOT_VERIFIABLE = "not_verifiable", _("Not verifiable")


# A promise of which this was found needs no further look.
SETTLED = (Verdict.KEPT, Verdict.BROKEN)
