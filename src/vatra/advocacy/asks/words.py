"""Words about an ask: the stages it goes through, and how three different questions about it are rated."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Stage(models.TextChoices):
    """How far an ask has come; going back is as possible as going on, and what was withdrawn can be asked again."""

    ASKED = "asked", pgettext_lazy("stage of an ask", "Asked")
    COMMITTED = "committed", pgettext_lazy("stage of an ask", "Committed")
    DRAFTED = "drafted", pgettext_lazy("stage of an ask", "Drafted")
    ADOPTED = "adopted", pgettext_lazy("stage of an ask", "Adopted")
    IN_FORCE = "in_force", pgettext_lazy("stage of an ask", "In force")
    PRACTISED = "practised", pgettext_lazy("stage of an ask", "Practised")
    REPEALED = "repealed", pgettext_lazy("stage of an ask", "Repealed")
    WITHDRAWN = "withdrawn", pgettext_lazy("stage of an ask", "Withdrawn by us")


# What was asked for is there, or is asked for no more: the deadline has nothing more to say.
SETTLED = (Stage.IN_FORCE, Stage.PRACTISED, Stage.WITHDRAWN)
# Nobody has to follow it any further.
CLOSED = (Stage.PRACTISED, Stage.WITHDRAWN)
# What we do ourselves is known from ourselves.
OUR_OWN = (Stage.ASKED, Stage.WITHDRAWN)


class Progress(models.IntegerChoices):
    """How much of what is asked has been done, in five steps."""

    NOTHING = 1, _("Nothing yet")
    FIRST_STEPS = 2, _("First steps")
    PART = 3, _("A part")
    MOST = 4, _("Most of it")
    ALL = 5, _("All of it")


class Quality(models.IntegerChoices):
    """How well what was done answers the ask, in the eyes of an outside reader."""

    MISSES = 1, _("Misses what was asked")
    LITTLE = 2, _("Little of what was asked")
    PARTLY = 3, _("Partly what was asked")
    MOSTLY = 4, _("Mostly what was asked")
    EXACTLY = 5, _("Exactly what was asked")


class Claim(models.TextChoices):
    """What our own work had to do with it."""

    NONE = "none", _("No contribution of ours")
    PLAUSIBLE = "plausible", _("A contribution of ours is plausible")
    CONFIRMED = "confirmed", _("A contribution of ours is confirmed")
