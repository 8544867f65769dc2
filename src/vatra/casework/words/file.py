"""Words about a file's life."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ClosingReason(models.TextChoices):
    """Why a file was closed."""

    SAFE_AT_HOME = "safe_at_home", _("The child is safe with the family")
    ADOPTED = "adopted", _("Adoption is final")
    GUARDIANSHIP_FINAL = "guardianship_final", _("A relative or carer holds guardianship for good")
    GROWN_UP = "grown_up", _("Grown up, follow-up complete")
    OTHER_AUTHORITY = "other_authority", _("Another authority took over")
    ABROAD = "abroad", _("Moved abroad")
    DIED = "died", _("The child died")
    MISTAKE = "mistake", _("Opened by mistake")
    NOT_DOCUMENTED = "not_documented", _("Taken over from another system without a reason")
