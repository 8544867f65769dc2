"""Whose letters are to be forgotten, and from which moment."""

from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from vatra.advocacy.models import ActionMail, LetterReply, WrittenLetter
from vatra.advocacy.models.letters import WrittenLetters
from vatra.kernel.last_contact import forgotten_before

CONFIRM_WITHIN = timedelta(days=30)
"""Counted from the letter; the link itself holds a shorter time, and somebody may have had to look first."""


def unconfirmed_too_long(now: datetime) -> WrittenLetters:
    """Letters nobody has confirmed in time, also those that were turned away, whose writers are still known."""
    return WrittenLetter.objects.filter(
        confirmed_at=None, erased_at=None, written_at__lte=now - CONFIRM_WITHIN
    )


def past_their_day(today: date) -> WrittenLetters:
    """Confirmed letters whose writers neither told us anything nor got a mail for two years."""
    moment = forgotten_before(today)
    of_this = {"letter": OuterRef("pk")}
    written_to = ActionMail.objects.filter(Q(offered_at=None) | Q(offered_at__gte=moment), **of_this)
    told = LetterReply.objects.filter(noted_by=None, noted_at__gte=moment, **of_this)
    long_ago = WrittenLetter.objects.filter(confirmed_at__lt=moment, erased_at=None)
    return long_ago.exclude(Exists(written_to)).exclude(Exists(told))
