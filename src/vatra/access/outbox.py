"""The outbox: every mail leaves it at most once, wherever the process that sends it is killed.

A mail server's answer can be lost, so nobody can promise *exactly* once. What is in doubt is not offered again;
a later mail tells its counts anew. See docs/adr/0011.
"""

import logging
import smtplib
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage

from vatra.access.models import Mail
from vatra.kernel import clock
from vatra.kernel.mail_folder import MailFolder
from vatra.kernel.mail_server import MailServer, NotOffered

log = logging.getLogger(__name__)

# What the server answers from here on, it will answer again (RFC 5321 §4.2.1).
FOR_GOOD = 500

Letter = Callable[[Mail], EmailMessage]


def can_send() -> bool:
    """Whether a mail server is named in the settings, or the folder of a demonstration."""
    return bool(settings.EMAIL_HOST or settings.MAIL_FOLDER)


def send_waiting(letter: Letter, *, on: date) -> int:
    """Send the mails that wait on a day, each written by `letter`; how many the server took, or the folder."""
    if not can_send():
        return 0
    # In no order: a mail over which the server hangs up does not hold up the same others every time.
    waiting = list(Mail.objects.waiting_on(on).select_related("user").order_by("?"))
    if not waiting:
        return 0
    with _way_out() as server:
        return sum(_is_sent(mail, letter(mail), server) for mail in waiting)


def _way_out() -> AbstractContextManager[MailServer | MailFolder]:
    return nullcontext(MailFolder(settings.MAIL_FOLDER)) if settings.MAIL_FOLDER else MailServer()


def _is_sent(mail: Mail, letter: EmailMessage, server: MailServer | MailFolder) -> bool:
    """Whether the server took it; an answer about this mail alone is noted, any other trouble ends the round."""
    letter.extra_headers |= {"Message-ID": message_id(mail), "Auto-Submitted": "auto-generated"}
    try:
        server.hand_over(letter, may_end=lambda: _offer(mail))
    except NotOffered:
        return False
    except smtplib.SMTPDataError as answer:
        return _is_refused(mail, answer.smtp_code)
    except smtplib.SMTPRecipientsRefused as answer:
        return _is_refused(mail, max(code for code, _words in answer.recipients.values()))
    Mail.objects.filter(pk=mail.pk).update(sent_at=clock.now())
    return True


def message_id(mail: Mail) -> str:
    """The mail's name in the world: always the same, so that a server that saw it twice would know."""
    return f"<{mail.key}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].rstrip('>')}>"


def _offer(mail: Mail) -> bool:
    """Note, for good, that the server is about to get the last line; false if another worker was quicker."""
    mail.offered_at = clock.now()
    untouched = Mail.objects.filter(pk=mail.pk, offered_at=None, refused_at=None)
    return untouched.update(offered_at=mail.offered_at) == 1


def _is_refused(mail: Mail, code: int) -> bool:
    """The server said no: for good, or so that it may be asked again later. The log names nobody."""
    log.warning("The mail server refused mail %s with code %s.", mail.key, code)
    refused_at = clock.now() if code >= FOR_GOOD else None
    # Only what this process knows: another may be offering it meanwhile.
    as_known = Mail.objects.filter(pk=mail.pk, offered_at=mail.offered_at)
    as_known.update(offered_at=None, refused_at=refused_at)
    return False
