"""How many forms one network may send: counted by a number from which the network cannot be worked out."""

import ipaddress
import secrets
from datetime import timedelta
from hashlib import sha256

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from vatra.kernel import clock

# Families and offices share an address; a machine sends thousands.
MOST = 6
WITHIN = timedelta(hours=1)
SALT_KEPT = timedelta(days=2)
# What one household is given of the newer kind of address.
HOUSEHOLD = 56


def may_send(request: HttpRequest, what: str) -> bool:
    """Whether the network may send one more of these forms now; counts this one."""
    hour = clock.now().strftime("%Y-%m-%dT%H")
    key = f"public:{what}:{hour}:{_digest(request)}"
    cache.add(key, 0, WITHIN.total_seconds())
    return cache.incr(key) <= MOST


def _digest(request: HttpRequest) -> str:
    """The network under a salt of the day, which is forgotten with the day."""
    day = f"public:salt:{clock.today()}"
    salt = cache.get_or_set(day, lambda: secrets.token_hex(16), SALT_KEPT.total_seconds())
    return sha256(f"{salt} {_network(request)}".encode()).hexdigest()[:32]


def _network(request: HttpRequest) -> str:
    address = ipaddress.ip_address(get_adapter(request).get_client_ip(request))
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, HOUSEHOLD), strict=False))
    return str(address)
