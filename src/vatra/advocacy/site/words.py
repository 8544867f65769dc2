"""Words about the pages of the public site."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PageKind(models.TextChoices):
    """What a page of the site is."""

    STANDING = "standing", _("A page that stays")
    NEWS = "news", _("News")


class PagePlace(models.TextChoices):
    """Where a link to a page stands on every page of the site."""

    MAIN = "main", _("At the top")
    FOOTER = "footer", _("At the bottom")
    NOWHERE = "nowhere", _("In no list of links")


class EditionState(models.TextChoices):
    """What an edition is at a moment; follows from its moments, see `editions.state_of`."""

    WRITTEN = "written", _("Written, not published")
    SCHEDULED = "scheduled", _("Will be shown")
    SHOWN = "shown", _("Shown now")
    SUPERSEDED = "superseded", _("Was shown")
    CALLED_OFF = "called_off", _("Called off before it was shown")
