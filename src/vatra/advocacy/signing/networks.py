"""Where a signature came from: a digest that tells networks of one day apart and no address to anybody.

The salt is random, one for each day, and thrown away after it: from then on not even we could try out all addresses.
"""

import hmac
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from ipaddress import ip_address, ip_network
from secrets import token_bytes

from allauth.account.adapter import get_adapter
from django.db import connection
from django.http import HttpRequest

from vatra.advocacy.models import NetworkSalt, SigningAttempt
from vatra.kernel import clock

DIGEST_BYTES = 16
SALT_BYTES = 32
# A provider gives one household this much of the newer address space; of the older, one address.
HOUSEHOLD = 64
_FIRST_WINS = "INSERT INTO advocacy_networksalt (day, salt) VALUES (%s, %s) ON CONFLICT (day) DO NOTHING"


def network_of(request: HttpRequest) -> bytes:
    """The digest of the network a visitor comes from, today."""
    address = get_adapter(request).get_client_ip(request)
    return digest_of(address, _salt_of(clock.today()))


def digest_of(address: str, salt: bytes) -> bytes:
    """The keyed digest of an address, or of the household's part of it."""
    found = ip_address(address)
    part = str(ip_network((found, HOUSEHOLD), strict=False) if found.version == 6 else found)
    return hmac.digest(salt, part.encode(), sha256)[:DIGEST_BYTES]


@lru_cache(maxsize=2)
def _salt_of(day: date) -> bytes:
    """The salt all processes use on a day: the first that was written, read after whoever was first has written it."""
    with connection.cursor() as cursor:
        cursor.execute(_FIRST_WINS, [day, token_bytes(SALT_BYTES)])
        cursor.execute("SELECT salt FROM advocacy_networksalt WHERE day = %s", [day])
        return bytes(cursor.fetchone()[0])


def forget_networks(*, before: date) -> None:
    """Throw away the salts of past days, and what was counted for their limits."""
    NetworkSalt.objects.filter(day__lt=before).delete()
    midnight = datetime(before.year, before.month, before.day, tzinfo=clock.LOCAL)
    SigningAttempt.objects.filter(sent_at__lt=midnight).delete()
