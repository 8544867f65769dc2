"""The outbox of actions: every mail leaves it at most once, and no office gets more in an hour than was agreed.

The moments of a mail, and why what is in doubt is not offered again, are those of docs/adr/0011.
"""

import logging
import smtplib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from random import SystemRandom

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from vatra.access.outbox import FOR_GOOD, can_send
from vatra.advocacy.letters.drip import AN_HOUR, in_this_round, room
from vatra.advocacy.mail.texts import mail_of
from vatra.advocacy.models import ActionMail, Post
from vatra.advocacy.words_of_letters import TO_OFFICE
from vatra.kernel import clock
from vatra.kernel.mail_server import MailServer, NotOffered

log = logging.getLogger(__name__)

_WITH_ALL = ("letter__call__addressee", "call__addressee", "call__action", "registration__occasion__action")


def send_waiting() -> int:
    """Send what may go now; how many mails the server took."""
    if not can_send():
        return 0
    now = clock.now()
    going = list(_going(now))
    if not going:
        return 0
    with MailServer() as server:
        return sum(_is_sent(mail, mail_of(mail), server) for mail in going)


def _going(now: datetime) -> Iterator[ActionMail]:
    """Mails to people all at once; of those to an office as many as this round allows, in no order."""
    waiting = ActionMail.objects.waiting_at(now).select_related(*_WITH_ALL)
    yield from waiting.exclude(kind__in=TO_OFFICE).order_by("?")
    to_offices = list(waiting.to_offices().order_by("call__addressee_id", "pk"))
    for post, mails in groupby(to_offices, key=lambda mail: mail.call and mail.call.addressee_id):
        assert post
        yield from _drawn(_within_their_days(mails, clock.local_day(now)), post, now)


def _within_their_days(mails: Iterable[ActionMail], today: date) -> list[ActionMail]:
    return [mail for mail in mails if mail.call and mail.call.sends_on(today)]


def _drawn(mails: list[ActionMail], post: int, now: datetime) -> list[ActionMail]:
    """Drawn by lot, so that no call of ours goes before another to the same office."""
    if not mails:
        return []
    per_hour = min(mail.call.per_hour for mail in mails if mail.call)
    number = in_this_round(_offered_to(post, now), at=now, per_hour=per_hour)
    return SystemRandom().sample(mails, min(number, len(mails)))


def _offered_to(post: int, now: datetime) -> list[datetime]:
    """When an office was offered a mail in the past hour; those in doubt may have arrived."""
    recent = ActionMail.objects.to_offices().offered_since(now - AN_HOUR).filter(call__addressee=post)
    return [moment for moment in recent.values_list("offered_at", flat=True) if moment]


def _is_sent(mail: ActionMail, letter: EmailMessage, server: MailServer) -> bool:
    """Whether the server took it; an answer about this mail alone is noted, any other trouble ends the round."""
    letter.extra_headers |= {"Message-ID": message_id(mail)}
    try:
        server.hand_over(letter, may_end=lambda: _offer(mail))
    except NotOffered:
        return False
    except smtplib.SMTPDataError as answer:
        return _is_refused(mail, answer.smtp_code)
    except smtplib.SMTPRecipientsRefused as answer:
        return _is_refused(mail, max(code for code, _words in answer.recipients.values()))
    ActionMail.objects.filter(pk=mail.pk).update(sent_at=clock.now())
    return True


def message_id(mail: ActionMail) -> str:
    """The mail's name in the world: always the same, so that a server that saw it twice would know."""
    return f"<{mail.key}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].rstrip('>')}>"


def _offer(mail: ActionMail) -> bool:
    """Note, for good, that the server is about to get the last line; false if that would be one too many.

    Who offers something to an office waits for whoever else does: the hour is counted and the mail noted in one step.
    """
    with transaction.atomic():
        mail.offered_at = clock.now()
        if mail.kind in TO_OFFICE and not _has_room(mail, mail.offered_at):
            return False
        untouched = ActionMail.objects.filter(pk=mail.pk, offered_at=None, refused_at=None)
        return untouched.update(offered_at=mail.offered_at) == 1


def _has_room(mail: ActionMail, now: datetime) -> bool:
    assert mail.call
    post = Post.objects.select_for_update(no_key=True).get(pk=mail.call.addressee_id)
    return room(_offered_to(post.pk, now), at=now, per_hour=mail.call.per_hour) > 0


def _is_refused(mail: ActionMail, code: int) -> bool:
    """The server said no: for good, or so that it may be asked again later. The log names nobody."""
    log.warning("The mail server refused mail %s with code %s.", mail.key, code)
    refused_at = clock.now() if code >= FOR_GOOD else None
    # Only what this process knows: another may be offering it meanwhile.
    as_known = ActionMail.objects.filter(pk=mail.pk, offered_at=mail.offered_at)
    as_known.update(offered_at=None, refused_at=refused_at)
    return False
