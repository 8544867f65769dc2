"""How many forms one network may send: counted by a digest from which the network cannot be worked out."""

from datetime import timedelta

from django.core.cache import cache
from django.http import HttpRequest

from vatra.access.networks import network_of
from vatra.kernel import clock

# Families and offices share an address; a machine sends thousands.
MOST = 6
WITHIN = timedelta(hours=1)


def may_send(request: HttpRequest, what: str, *, most: int = MOST) -> bool:
    """Whether the network may send one more of these forms now; counts this one."""
    hour = clock.now().strftime("%Y-%m-%dT%H")
    key = f"public:{what}:{hour}:{network_of(request).hex()}"
    cache.add(key, 0, WITHIN.total_seconds())
    return cache.incr(key) <= most
