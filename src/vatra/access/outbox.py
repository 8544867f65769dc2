"""The outbox: every mail leaves it at most once, wherever the process that sends it is killed.

A mail server's answer can be lost, so nobody can promise *exactly* once. What is in doubt is not offered again;
a later mail tells its counts anew. See docs/adr/0011.
"""

import logging
import smtplib
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TypeVar

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet

from vatra.access.models.outgoing import Outgoing
from vatra.kernel import clock
from vatra.kernel.mail_folder import MailFolder
from vatra.kernel.mail_server import MailServer, NotOffered

log = logging.getLogger(__name__)

# What the server answers from here on, it will answer again (RFC 5321 §4.2.1).
FOR_GOOD = 500

M = TypeVar("M", bound=Outgoing)


def can_send() -> bool:
    """Whether a mail server is named in the settings, or the folder of a demonstration."""
    return bool(settings.EMAIL_HOST or settings.MAIL_FOLDER)


def send_waiting(waiting: "QuerySet[M]", letter: Callable[[M], EmailMessage]) -> int:
    """Send the mails that wait, each written by `letter`; how many the server took, or the folder.

    `waiting` is asked again for each mail just before its last line: what may no longer leave by then is withheld.
    """
    if not can_send():
        return 0
    # In no order: a mail over which the server hangs up does not hold up the same others every time.
    return hand_over(waiting.order_by("?"), letter, offer=lambda mail: _offer(mail, waiting))


def hand_over(mails: Iterable[M], letter: Callable[[M], EmailMessage], *, offer: Callable[[M], bool]) -> int:
    """Hand mails to the server or the folder, one after the other; how many it took.

    `offer` notes for good that the server is about to get a mail's last line, and says whether it may.
    """
    going = list(mails)
    if not going:
        return 0
    with _way_out() as server:
        return sum(_is_sent(mail, letter(mail), server, partial(offer, mail)) for mail in going)


def _way_out() -> AbstractContextManager[MailServer | MailFolder]:
    return nullcontext(MailFolder(settings.MAIL_FOLDER)) if settings.MAIL_FOLDER else MailServer()


def _is_sent(
    mail: M, letter: EmailMessage, server: MailServer | MailFolder, may_end: Callable[[], bool]
) -> bool:
    """Whether the server took it; an answer about this mail alone is noted, any other trouble ends the round."""
    # A line break in a subject would begin another header.
    letter.subject = " ".join(letter.subject.split())
    letter.extra_headers |= {"Message-ID": message_id(mail), "Auto-Submitted": "auto-generated"}
    try:
        server.hand_over(letter, may_end=may_end)
    except NotOffered:
        return False
    except smtplib.SMTPDataError as answer:
        return _is_refused(mail, answer.smtp_code)
    except smtplib.SMTPRecipientsRefused as answer:
        return _is_refused(mail, max(code for code, _words in answer.recipients.values()))
    _same(mail).update(sent_at=clock.now())
    return True


def message_id(mail: Outgoing) -> str:
    """The mail's name in the world: always the same, so that a server that saw it twice would know."""
    return f"<{mail.key}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].rstrip('>')}>"


def _offer(mail: M, waiting: "QuerySet[M]") -> bool:
    """Note, for good, that the server is about to get the last line; false if it may not, or another was quicker."""
    mail.offered_at = clock.now()
    # That nobody touched it is asked of the row itself: who waits for another's note sees it then.
    untouched = _same(mail).filter(offered_at=None, refused_at=None, pk__in=waiting.order_by().values("pk"))
    return untouched.update(offered_at=mail.offered_at) == 1


def _is_refused(mail: Outgoing, code: int) -> bool:
    """The server said no: for good, or so that it may be asked again later. The log names nobody."""
    log.warning("The mail server refused mail %s with code %s.", mail.key, code)
    refused_at = clock.now() if code >= FOR_GOOD else None
    # Only what this process knows: another may be offering it meanwhile.
    _same(mail).filter(offered_at=mail.offered_at).update(offered_at=None, refused_at=refused_at)
    return False


def _same(mail: M) -> "QuerySet[M]":
    every: QuerySet[M] = QuerySet(type(mail))
    return every.filter(pk=mail.pk)
