"""Words of advocacy: whom a campaign speaks to, what it asks for, and the kinds of action."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """The three audiences of the mission: institutions, policy makers and society (seed B)."""

    PUBLIC = "public", _("General public")
    INSTITUTIONS = "institutions", _("Institutions")
    POLICY_MAKERS = "policy_makers", _("Policy makers")


class Theme(models.TextChoices):
    """The four themes of the Tracking Progress Tool on the UN Guidelines."""

    PREVENT_NEED = "prevent_need", _("Preventing the need for alternative care")
    GATEKEEPING = "gatekeeping", _("Care only where it is necessary (gatekeeping)")
    MINIMUM_STANDARDS = "minimum_standards", _("Minimum standards of care")
    BEST_INTEREST = "best_interest", _("The best interest of each child")


class Change(models.TextChoices):
    """What kind of change an ask means (seed B: policy, social, economic and cultural changes)."""

    POLICY = "policy", _("Policy")
    SOCIAL = "social", _("Social")
    ECONOMIC = "economic", _("Economic")
    CULTURAL = "cultural", _("Cultural")


class Instrument(models.TextChoices):
    """The legal instrument an ask wants."""

    LAW = "law", _("A law")
    BY_LAW = "by_law", _("A by-law")
    STANDARD = "standard", _("A standard")
    BUDGET_LINE = "budget_line", _("A budget line")
    PRACTICE = "practice", _("A practice")


class Level(models.TextChoices):
    """Where an institution stands in the state."""

    CENTRAL = "central", _("Central")
    MUNICIPAL = "municipal", _("Municipal")


class ActionKind(models.TextChoices):
    """What is done for a campaign."""

    PETITION = "petition", _("Petition")
    PLEDGE = "pledge", _("Pledge")
    OPEN_LETTER = "open_letter", _("Open letter")
    MAIL_TO_TARGET = "mail_to_target", _("Mail to somebody in office")
    EVENT = "event", _("Event")
    PRESS_CONFERENCE = "press_conference", _("Press conference")
    TRAINING = "training", _("Training")
    BRIEF = "brief", _("Policy brief")


# Actions that somebody signs on the public site.
SIGNED = (ActionKind.PETITION, ActionKind.PLEDGE, ActionKind.OPEN_LETTER)
