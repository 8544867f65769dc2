"""Words for what is written into a file from day to day: plans, visits, contacts, reviews."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanAim(models.TextChoices):
    """Where the plan leads (permanency goal, R-05)."""

    STAY_WITH_FAMILY = "stay_with_family", _("Stay with the birth family")
    RETURN_HOME = "return_home", _("Return to the birth family")
    LIVE_WITH_KIN = "live_with_kin", _("Grow up with relatives")
    GUARDIANSHIP = "guardianship", _("Guardianship with relatives or carers")
    LONG_TERM_FAMILY = "long_term_family", _("Grow up in a foster or SOS family")
    ADOPTION = "adoption", _("Adoption")
    OWN_LIFE = "own_life", _("An own adult life with support")


class GoalResult(models.TextChoices):
    """What became of a goal."""

    REACHED = "reached", _("Reached")
    PARTLY = "partly", _("Reached in part")
    NOT_REACHED = "not_reached", _("Not reached")
    DROPPED = "dropped", _("No longer wanted")


class VisitPurpose(models.TextChoices):
    """Why somebody went there."""

    REGULAR = "regular", _("Regular visit")
    FIRST_VISIT = "first_visit", _("First visit in a new home")
    AFTER_RETURN = "after_return", _("Follow-up after return home")
    UNANNOUNCED = "unannounced", _("Unannounced visit")
    ASSESSMENT = "assessment", _("Visit for an assessment")


class ContactKind(models.TextChoices):
    """How child and family met (R-37)."""

    MEETING = "meeting", _("Met in person")
    AT_HOME = "at_home", _("Stay or visit at the family's home")
    CALL = "call", _("Telephone or video call")
    LETTER = "letter", _("Letter or message")
    NEWS = "news", _("News of the family passed on")
    DID_NOT_HAPPEN = "did_not_happen", _("Was agreed and did not happen")


class Participation(models.TextChoices):
    """The child's part in a review: England's codes PN1-PN7, and observation for the youngest (standards §3.2)."""

    OBSERVED = "OB", _("Too young to speak: observed, and what was seen is written down")
    SPOKE = "PN1", _("Was there and spoke")
    ADVOCATE_SPOKE = "PN2", _("Was there, a person of trust spoke")
    SYMBOLS = "PN3", _("Was there and took part by signs, symbols or drawings")
    SILENT = "PN4", _("Was there and did not contribute")
    BRIEFED = "PN5", _("Was not there, a person of trust spoke for the child")
    SENT_VIEWS = "PN6", _("Was not there, sent views")
    NO_VIEWS = "PN7", _("Was not there and sent no views")
    NOT_RECORDED = "PN0", _("Taken over: too young under the rule of the other system")
