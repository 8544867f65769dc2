"""Forms that became acts: the same form sent twice, by a double click, is one act."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.db import connection, models

from vatra.kernel import clock
from vatra.kernel.privacy import Keep

REMEMBERED = timedelta(days=2)

_TAKE_A_PLACE = """
    WITH forgotten AS (DELETE FROM kernel_sent WHERE sent_at < %s)
    INSERT INTO kernel_sent (digest, token, led_to, sent_at) VALUES (%s, %s, '', %s)
    ON CONFLICT (digest) DO NOTHING
"""

# The draft became the act: it goes, unless it went on elsewhere since that version of that page.
_REMEMBER = """
    WITH became_act AS (
        DELETE FROM kernel_draft
        WHERE user_id = %(user_id)s AND purpose = %(purpose)s AND key = %(key)s
            AND (version = %(version)s OR fields ->> 'once' = %(token)s)
    )
    UPDATE kernel_sent SET led_to = %(led_to)s WHERE digest = %(digest)s
"""


class Sent(models.Model):
    """A form that was sent: `token` tells one page from another, `digest` also holds what was written on it."""

    digest = models.CharField(max_length=64, primary_key=True)
    token = models.CharField(max_length=40, db_index=True)
    led_to = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(db_index=True)

    class Privacy:
        identifying = ("digest", "led_to")
        sensitive = ()
        keep_for = Keep.DRAFT


@dataclass(frozen=True, slots=True)
class SentPage:
    """A page that somebody sent: towards which act, about what, its token, and the version of its draft."""

    user_id: int
    purpose: str
    key: str
    version: int
    token: str
    digest: str


def act_once(page: SentPage, act: Callable[[], str]) -> str:
    """Do the act the first time only, and answer where it led; a second request waits for the first."""
    if not _is_first(page.digest, page.token):
        return where_it_led(page.digest)
    led_to = act()
    with connection.cursor() as cursor:
        cursor.execute(_REMEMBER, asdict(page) | {"led_to": led_to})
    return led_to


def _is_first(digest: str, token: str) -> bool:
    """Take the form's place, and forget forms of past days: one statement, because every save waits for it."""
    now = clock.now()
    with connection.cursor() as cursor:
        cursor.execute(_TAKE_A_PLACE, [now - REMEMBERED, digest, token, now])
        return bool(cursor.rowcount)


def where_it_led(digest: str) -> str:
    """Where the same form led when it was sent before; empty if it was not."""
    return Sent.objects.filter(digest=digest).values_list("led_to", flat=True).first() or ""


def was_sent(token: str) -> bool:
    """Whether the page with this token has become an act."""
    return bool(token) and Sent.objects.filter(token=token).exists()
