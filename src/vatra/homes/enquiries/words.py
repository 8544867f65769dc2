"""Words about enquiries."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.homes.words import FormOfCare


class StepKind(models.TextChoices):
    """What happened with an enquiry, on a day."""

    CONTACTED = "contacted", _("Somebody spoke with them")
    INFORMED = "informed", _("They were told what it means")
    BEGAN = "began", _("They began the preparation")
    DECLINED = "declined", _("We said no, with the reason")
    WITHDRAWN = "withdrawn", _("They withdrew")


class EnquiryState(models.TextChoices):
    """How far an enquiry has gone; follows from its latest step."""

    NEW = "new", _("New")
    CONTACTED = "contacted", _("Contacted")
    INFORMED = "informed", _("Informed")
    BEGAN = "began", _("In preparation")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# What somebody may ask about; who does not know yet says so.
ASKED_ABOUT = (
    FormOfCare.FOSTER_SHORT,
    FormOfCare.FOSTER_LONG,
    FormOfCare.FOSTER_EMERGENCY,
    FormOfCare.FOSTER_SPECIALISED,
    FormOfCare.SOS_FAMILY,
    FormOfCare.ADOPTIVE,
)
