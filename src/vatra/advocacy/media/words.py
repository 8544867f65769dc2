"""Words about media: kinds of outlet, and how many people one reaches."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OutletKind(models.TextChoices):
    """What kind of outlet it is."""

    NEWSPAPER = "newspaper", _("Newspaper")
    PORTAL = "portal", _("News site")
    TELEVISION = "television", _("Television")
    RADIO = "radio", _("Radio")
    AGENCY = "agency", _("News agency")
    MAGAZINE = "magazine", _("Magazine")


class Reach(models.TextChoices):
    """How many people an outlet reaches, as a class: an estimate of ours, never a count."""

    LOCAL = "local", _("One municipality or a circle of readers")
    REGIONAL = "regional", _("A region of the country")
    NATIONAL = "national", _("The whole country")
    ABROAD = "abroad", _("Also outside the country")
