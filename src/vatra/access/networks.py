"""Where a form of the public site came from: a digest that tells networks of one day apart and no address to anybody.

The salt is random, one for each day, and thrown away after it: from then on not even we could try out all addresses.
"""

import hmac
from datetime import date
from functools import lru_cache
from hashlib import sha256
from ipaddress import ip_address, ip_network
from secrets import token_bytes

from allauth.account.adapter import get_adapter
from django.db import connection
from django.http import HttpRequest

from vatra.access.models import NetworkSalt
from vatra.kernel import clock

DIGEST_BYTES = 16
SALT_BYTES = 32
# Of the newer address space a provider gives a household 256 networks of /64 (RIPE-690): counted by those, one machine
# would have 256 limits. Where a mobile provider gives each telephone a /64, some are counted together, as all that
# share one of the older addresses are; then somebody looks, and nothing is lost.
HOUSEHOLD = 56
_FIRST_WINS = "INSERT INTO access_networksalt (day, salt) VALUES (%s, %s) ON CONFLICT (day) DO NOTHING"


def network_of(request: HttpRequest) -> bytes:
    """The digest of the network a visitor comes from, today."""
    address = get_adapter(request).get_client_ip(request)
    return digest_of(address, _salt_of(clock.today()))


def digest_of(address: str, salt: bytes) -> bytes:
    """The keyed digest of an address, or of the household's part of it."""
    found = ip_address(address)
    # A server that listens for both gives an older address packed into a newer one: all of them are one /56.
    found = getattr(found, "ipv4_mapped", None) or found
    part = str(ip_network((found, HOUSEHOLD), strict=False) if found.version == 6 else found)
    return hmac.digest(salt, part.encode(), sha256)[:DIGEST_BYTES]


@lru_cache(maxsize=1)
def _salt_of(day: date) -> bytes:
    """The salt all processes use on a day: the first that was written, read after whoever was first has written it.

    A process remembers that of one day only, so that it does not know the one before any longer either.
    """
    with connection.cursor() as cursor:
        cursor.execute(_FIRST_WINS, [day, token_bytes(SALT_BYTES)])
        cursor.execute("SELECT salt FROM access_networksalt WHERE day = %s", [day])
        return bytes(cursor.fetchone()[0])


def forget_salts(*, before: date) -> None:
    """Throw away the salts of past days: what was hashed with them leads nowhere any more."""
    NetworkSalt.objects.filter(day__lt=before).delete()
