"""Words of a stay: why it ended, why the child is away."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EndReason(models.TextChoices):
    """Why a stay ended; where the child went is said by the reason or by the next stay."""

    MOVED_AS_PLANNED = "moved_as_planned", _("Moved as the plan said")
    MOVED_FOR_FAMILY = "moved_for_family", _("Moved to family or to be with brothers and sisters")
    CHILD_ASKED = "child_asked", _("The child asked to move")
    HOME_CLOSED = "home_closed", _("The home closed or the carer stopped")
    CARER_ASKED = "carer_asked", _("The carer asked")
    STANDARDS = "standards", _("The home did not meet the standards")
    ALLEGATION = "allegation", _("An allegation against somebody in the home")
    STATUS_CHANGED = "status_changed", _("Same home, the kind of stay changed")
    RETURNED_HOME = "returned_home", _("Returned to the family")
    RETURNED_UNPLANNED = "returned_unplanned", _("Returned to the family without a plan")
    ADOPTED = "adopted", _("Adopted")
    GUARDIANSHIP = "guardianship", _("Guardianship granted to relatives or carers")
    INDEPENDENT = "independent", _("Began an own adult life")
    STAYED_WITH_CARERS = "stayed_with_carers", _("Grown up, stayed with the carers")
    ADULT_SERVICES = "adult_services", _("Adult services took over")
    OTHER_AUTHORITY = "other_authority", _("Another authority took over")
    CUSTODY = "custody", _("Custody")
    ABROAD = "abroad", _("Moved abroad")
    DIED = "died", _("The child died")
    OTHER = "other", _("Another reason")


RETURNS = (EndReason.RETURNED_HOME, EndReason.RETURNED_UNPLANNED)


class AwayKind(models.TextChoices):
    """Why the child is away although the stay goes on."""

    WITH_FAMILY = "with_family", _("With the family")
    HOLIDAY = "holiday", _("Holiday or camp")
    HOSPITAL = "hospital", _("In hospital")
    SHORT_BREAK = "short_break", _("With other carers for a short time")
    MISSING = "missing", _("Missing: nobody knows where")
    WITHOUT_LEAVE = "without_leave", _("Away without agreement, whereabouts known")


class YoungChildException(models.TextChoices):
    """When a child under three may, for a short set time, live outside a family (UN Guidelines §22, R-13)."""

    WITH_SIBLINGS = "with_siblings", _("To keep brothers and sisters together")
    EMERGENCY = "emergency", _("In an emergency, for days")
    SHORT_AND_PLANNED = (
        "short_and_planned",
        _("For a very short time set beforehand, with the next home planned"),
    )
