"""Mails to staff: what waits for them, and what is so late that somebody else has to see it; counts only, no names."""

from vatra.desk.mail.digests import write_digests
from vatra.desk.mail.escalating import write_escalations
from vatra.desk.mail.letters import letter

__all__ = ["letter", "write_digests", "write_escalations"]
