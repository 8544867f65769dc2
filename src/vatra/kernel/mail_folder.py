"""Mails of a demonstration: written into a folder where they can be read, and sent to nobody."""

from collections.abc import Callable
from pathlib import Path

from django.core.mail import EmailMessage

from vatra.kernel.mail_server import NotOffered


class MailFolder:
    """A folder in place of a mail server; every mail is a file of its own, which any mail program opens."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def hand_over(self, mail: EmailMessage, *, may_end: Callable[[], bool]) -> None:
        """Write one mail, under its reader and its own name, after `may_end` has answered yes."""
        if not may_end():
            raise NotOffered
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = mail.extra_headers["Message-ID"].strip("<>").partition("@")[0]
        # Anybody may sign with an address that would lead out of the folder.
        reader = mail.to[0].replace("/", "_")
        (self.folder / f"{reader} {name}.eml").write_bytes(mail.message().as_bytes())
