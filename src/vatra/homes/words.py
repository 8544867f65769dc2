"""Forms of care, in the words of the UN Guidelines §29 and of Kosovo practice (standards §5.3)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FormOfCare(models.TextChoices):
    """Where a child may live. Order is the order in which options are looked at: family first."""

    BIRTH_FAMILY = "birth_family", _("Birth family, with support")
    KINSHIP = "kinship", _("Relatives (kinship care)")
    FOSTER_SHORT = "foster_short", _("Foster family, short term")
    FOSTER_LONG = "foster_long", _("Foster family, long term")
    FOSTER_EMERGENCY = "foster_emergency", _("Foster family, emergency")
    FOSTER_SPECIALISED = "foster_specialised", _("Foster family, specialised")
    SOS_FAMILY = "sos_family", _("SOS family")
    ADOPTIVE = "adoptive", _("Adoptive family")
    SMALL_GROUP_HOME = "small_group_home", _("Small group home")
    RESIDENTIAL = "residential", _("Residential care")
    SUPERVISED_INDEPENDENT = "supervised_independent", _("Supervised independent living")
    HOSPITAL = "hospital", _("Hospital or clinic")
    DETENTION = "detention", _("Secure setting or custody")
    OTHER = "other", _("Another arrangement")


# Under-threes live in families: these forms are not a family.
RESIDENTIAL_FORMS = (
    FormOfCare.SMALL_GROUP_HOME,
    FormOfCare.RESIDENTIAL,
    FormOfCare.HOSPITAL,
    FormOfCare.DETENTION,
)
