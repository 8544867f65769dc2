"""Words of signing: consents, why a signature waits for a look, why one is turned away, the mails."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """What a signer may agree to; each is asked for itself."""

    DELIVER = "deliver", _("Deliver my signature")
    MAIL = "mail", _("Write to me about it")
    SHOW_NAME = "show_name", _("Show my name")


class HeldFor(models.TextChoices):
    """Why somebody looks at a signature before a mail is sent."""

    HONEYPOT = "honeypot", _("A field that people do not see was filled in")
    NO_PROOF = "no_proof", _("The browser did no calculation")
    AGE_NOT_SAID = "age_not_said", _("The age was not confirmed")
    BURST = "burst", _("Many in one minute from the same network")
    SUSTAINED = "sustained", _("Many in one hour from the same network")
    MAILBOX = "mailbox", _("Many names with the same address")


class TurnedAwayFor(models.TextChoices):
    """Why a signature that was looked at does not go on."""

    MACHINE = "machine", _("Not written by a person")
    NOT_A_NAME = "not_a_name", _("Not the name of a person")
    SOMEBODY_ELSE = "somebody_else", _("Signed in the name of somebody else")
    ABUSE = "abuse", _("Insult or threat")
    TOO_YOUNG = "too_young", _("Too young to sign in public")


class SignerMailKind(models.TextChoices):
    """What a mail to a signer is about."""

    CONFIRMATION = "confirmation", _("Question whether they signed")
    REMINDER = "reminder", _("Reminder")
    NEWS = "news", _("News")


class LinkPurpose(models.TextChoices):
    """What a link in a mail opens."""

    CONFIRM = "confirm", _("Confirm, or say that it was somebody else")
    OWN = "own", _("Own signature: withdraw it, or a consent")
