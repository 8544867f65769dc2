"""Words about letters of the public to somebody in office: what a reader says of one, and what came back."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    """What somebody who read a letter says of it."""

    PASS = "pass", _("It may go")
    REFUSE = "refuse", _("It may not go")


class RefusedBecause(models.TextChoices):
    """Why a letter is not sent."""

    CHILD = "child", _("It says who a child is, or tells a child's story without the child")
    INSULT = "insult", _("It insults or threatens somebody")
    PRIVATE = "private", _("It tells something private about somebody else")
    OTHER_MATTER = "other_matter", _("It is about another matter")
    UNREADABLE = "unreadable", _("It says nothing that can be understood")


class ReplyKind(models.TextChoices):
    """What came back from the office that was written to."""

    ANSWERED = "answered", _("An answer came")
    AUTOMATIC = "automatic", _("Only an automatic answer came")
    NONE = "none", _("No answer came")


class MailKind(models.TextChoices):
    """What a mail of an action is."""

    CONFIRM_LETTER = "confirm_letter"
    LETTER = "letter"
    COLLECTED = "collected"
    DID_THEY_ANSWER = "did_they_answer"
    CONFIRM_PLACE = "confirm_place"


# Mails that go to an office: their number in an hour is limited.
TO_OFFICE = (MailKind.LETTER, MailKind.COLLECTED)
