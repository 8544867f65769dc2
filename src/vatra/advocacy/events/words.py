"""Words about events: what a picture shows, where an ask is to be moved, and in which way a brief was given."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.words import ActionKind

# Actions that take place somewhere at some hour.
TAKES_PLACE = (ActionKind.EVENT, ActionKind.PRESS_CONFERENCE, ActionKind.TRAINING)


class Towards(models.TextChoices):
    """The stage to which an action is meant to move its ask."""

    COMMITTED = "committed", _("Somebody in office commits to it")
    DRAFTED = "drafted", _("A draft is written")
    ADOPTED = "adopted", _("It is adopted")
    IN_FORCE = "in_force", _("It is in force")
    PRACTISED = "practised", _("It is done in practice")


class Shows(models.TextChoices):
    """Whether a file for the press shows a child, and on what ground it may (CRC art. 16)."""

    NO_CHILD = "no_child", _("No child")
    NOT_RECOGNISABLE = "not_recognisable", _("Children whom nobody can recognise")
    WITH_CONSENT = "with_consent", _("A child who can be recognised, with consent on record")


class GivenHow(models.TextChoices):
    """In which way a brief was given to somebody in office."""

    MEETING = "meeting", _("In a meeting")
    POST = "post", _("By post")
    MAIL = "mail", _("By e-mail")
    HEARING = "hearing", _("At a hearing or debate")
