"""What of the late list somebody wants to see."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Standing(TextChoices):
    """How a duty stands: late, so late that somebody else has to see it, or stopped for a reason."""

    LATE = "", _("Everything that is late")
    ESCALATED = "escalated", _("Only what was passed on")
    STOPPED = "stopped", _("What stands still for a reason")


class About(TextChoices):
    """What a duty is about; homes have clocks of their own."""

    CHILDREN = "", _("Children")
    HOMES = "homes", _("Homes")


@dataclass(frozen=True)
class Asked:
    """The filter as it was asked for; nothing of it is nothing narrowed."""

    standing: str = Standing.LATE
    unit: int | None = None
    rule: str = ""
    worker: int | None = None
    about: str = About.CHILDREN
