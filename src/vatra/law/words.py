"""Legal statuses and kinds of guardianship. The packs of a country give them their articles and periods."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StatusKind(models.TextChoices):
    """On what legal ground the child is in care. Codes of other systems are kept beside in `source_code`."""

    AGREEMENT = "agreement", _("With the parents' agreement")
    EMERGENCY = "emergency", _("Emergency protection")
    INTERIM_ORDER = "interim_order", _("Interim decision of a court or guardianship body")
    CARE_ORDER = "care_order", _("Placed by decision of a court or guardianship body")
    PARENTS_UNKNOWN = "parents_unknown", _("Parents unknown or cannot be reached")
    RIGHTS_REMOVED = "rights_removed", _("Parental rights removed by a court")
    FREE_FOR_ADOPTION = "free_for_adoption", _("May be adopted")
    YOUTH_JUSTICE = "youth_justice", _("Under a youth-justice decision")
    SHORT_BREAKS = "short_breaks", _("Short breaks with the parents' agreement")


class GuardianKind(models.TextChoices):
    """Who holds the rights and duties of a guardian for the child (R-10, R-42)."""

    PARENTS = "parents", _("Parents")
    PERSON = "person", _("An appointed person")
    BODY = "body", _("The guardianship body")
    TEMPORARY = "temporary", _("A temporary guardian")
