"""What comes from the public site and looks strange waits until somebody has looked; who sent it sees no difference."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from vatra.advocacy.signing import limits
from vatra.advocacy.signing.words import HeldFor


@dataclass(frozen=True)
class Sent:
    """How a form came: from which network, and whether a box was filled in that people do not see."""

    network: bytes | None
    is_from_a_machine: bool = False


NO_FORM = Sent(network=None)
"""It came by another way than the public site."""


def held_for(sent: Sent, earlier: Collection[datetime], *, at: datetime) -> str:
    """Why somebody looks at it before a mail is sent; nothing where people send so.

    `earlier` are the moments of what the same network sent for the same action within the past hour.
    """
    if sent.is_from_a_machine:
        return HeldFor.HONEYPOT.value
    if sum(moment > at - limits.A_MINUTE for moment in earlier) >= limits.BURST:
        return HeldFor.BURST.value
    return HeldFor.SUSTAINED.value if len(earlier) >= limits.SUSTAINED else ""
