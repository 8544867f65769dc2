"""Somebody on the public site, as an act knows them: nobody in particular."""

from vatra.kernel import clock
from vatra.kernel.ledger import Actor


def visitor() -> Actor:
    """Whoever is there now."""
    return Actor(user_id=None, role="public", at=clock.now())
