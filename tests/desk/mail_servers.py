"""A real mail server on this machine, which keeps what it accepts and does something first where a test says so."""

from asyncio import Server
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from pytest_django.fixtures import Settings

OK = "250 Taken"


def nothing() -> str:
    """Accept."""
    return OK


@dataclass
class Inbox:
    """What arrived, and what the server does when it is told a recipient, and when it has read a whole mail."""

    mails: list[EmailMessage] = field(default_factory=list)
    at_recipient: Callable[[], str] = nothing
    at_end: Callable[[], str] = nothing
    port: int = 0

    async def handle_RCPT(  # noqa: N802 - the library names it
        self, _server: Any, _session: Any, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        answer = self.at_recipient()
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:  # noqa: N802
        answer = self.at_end()
        if answer == OK:
            assert isinstance(envelope.content, bytes)
            self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return answer

    @property
    def ids(self) -> list[str]:
        """The Message-IDs, in the order they arrived."""
        return [str(mail["Message-ID"]) for mail in self.mails]

    @property
    def readers(self) -> list[str]:
        """To whom, in the order of the alphabet."""
        return sorted(str(mail["To"]) for mail in self.mails)


class _OnAnyFreePort(Controller):
    def _trigger_server(self) -> None:
        """The library first visits itself; it has to know where."""
        assert isinstance(self.server, Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@contextmanager
def an_inbox() -> Iterator[Inbox]:
    """A server that runs meanwhile."""
    inbox = Inbox()
    controller = _OnAnyFreePort(inbox, hostname="127.0.0.1", port=0)
    controller.start()
    try:
        inbox.port = controller.port
        yield inbox
    finally:
        controller.stop()


def use(inbox: Inbox, settings: Settings) -> None:
    """Let mails of this process go there."""
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", inbox.port
