"""Handing a mail to the mail server, with a word in between before the line that makes the server accept it."""

import re
import smtplib
import socket
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

END_OF_LINE = b"\r\n"
LAST_LINE = b"." + END_OF_LINE
START_OF_DATA = 354
_LEADING_DOT = re.compile(rb"(?m)^\.")


class NotOffered(Exception):  # noqa: N818 - no error: somebody else is at it
    """The mail was withheld before its last line: the server forgets what it has read of it."""


class _Offering(smtplib.SMTP):
    """An SMTP conversation that asks `may_end` when everything but the last line has been sent (RFC 5321 §4.1.1.4)."""

    may_end: Callable[[], bool]

    def data(self, msg: Any) -> tuple[int, bytes]:
        code, answer = self.docmd("data")
        if code != START_OF_DATA:
            raise smtplib.SMTPDataError(code, answer)
        # The last line counts only at the beginning of a line.
        self.send(_LEADING_DOT.sub(b"..", msg).removesuffix(END_OF_LINE) + END_OF_LINE)
        with ExitStack() as broken_off:
            # No farewell: the server would read it as words of the mail, and both would wait for the other.
            broken_off.callback(self.close)
            if not self.may_end():
                raise NotOffered
            broken_off.pop_all()
        # Short as it is, it would wait until the server has told that it got the words before it, 40 ms or more.
        assert self.sock
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.send(LAST_LINE)
        return self.getreply()


class _OfferingOverTls(_Offering, smtplib.SMTP_SSL):
    """The same conversation, sealed from its first byte."""


class MailServer(EmailBackend):
    """The server of `VATRA_SMTP_URL`; use it as a context, for one connection and many mails."""

    @property
    def connection_class(self) -> type[_Offering]:
        """The kind of conversation the settings ask for."""
        return _OfferingOverTls if self.use_ssl else _Offering

    def hand_over(self, mail: EmailMessage, *, may_end: Callable[[], bool]) -> None:
        """Send one mail; after `may_end` has answered yes, an error other than a refusal leaves it in doubt."""
        self.open()
        assert isinstance(self.connection, _Offering)
        self.connection.may_end = may_end
        try:
            self.send_messages([mail])
        except NotOffered:
            self.connection = None
            raise
