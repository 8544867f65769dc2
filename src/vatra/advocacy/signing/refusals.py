"""What stands against an act on a signature, in sentences."""

from django.utils.translation import gettext_lazy as _

from vatra.kernel.concern import Concern, Severity


def used_already() -> Concern:
    """A link that confirms works once."""
    sentence = _("This link has been used. What you said with it stands.")
    return Concern("link-used", Severity.BLOCK, sentence)


def too_late() -> Concern:
    """An unconfirmed signature ends after a while."""
    sentence = _("It is too late to answer this mail: the time for it is over. You can sign again.")
    return Concern("link-too-late", Severity.BLOCK, sentence)


def answered_already() -> Concern:
    """The signature is no longer where this could follow."""
    sentence = _("This has been answered already; nothing was changed.")
    return Concern("signature-answered", Severity.BLOCK, sentence)


def others_match() -> Concern:
    """What was looked at is not what would be taken."""
    sentence = _("Since you looked, the signatures that fit have changed. Look at them again.")
    return Concern("batch-changed", Severity.BLOCK, sentence)


def undone_already() -> Concern:
    """A batch is undone once."""
    sentence = _("Somebody else has already undone this batch.")
    return Concern("batch-undone", Severity.BLOCK, sentence)


def nobody_agreed() -> Concern:
    """There is nothing to hand over, or nobody to write to."""
    sentence = _(
        "Nobody whose signature counts has agreed to this, so there is nothing to hand over or to send."
    )
    return Concern("nobody-agreed", Severity.BLOCK, sentence)
