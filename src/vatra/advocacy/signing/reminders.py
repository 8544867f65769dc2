"""Reminding those who signed and have not confirmed: twice at most, two days apart."""

from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from vatra.access.outbox import can_send
from vatra.advocacy.models import Signature
from vatra.advocacy.signing.words import SignerMailKind

MOST_REMINDERS = 2
APART = timedelta(days=2)

# What is only written, or was refused, is nothing to remind of; what is in doubt may have arrived.
_REMIND = """
    INSERT INTO advocacy_signermail (key, signature_id, kind, number, written_at)
    SELECT gen_random_uuid(), signature_id, %(kind)s, max(number) + 1, %(at)s
    FROM advocacy_signermail
    WHERE news_id IS NULL AND signature_id = ANY(%(waiting)s)
    GROUP BY signature_id
    HAVING max(number) < %(most)s AND max(offered_at) <= %(before)s AND bool_and(offered_at IS NOT NULL AND refused_at IS NULL)
    ON CONFLICT DO NOTHING
"""


def write_reminders(*, at: datetime) -> int:
    """Write the reminders that are due; how many."""
    if not can_send():
        return 0
    waiting = list(Signature.objects.to_be_confirmed().values_list("pk", flat=True))
    with connection.cursor() as cursor:
        given: dict[str, Any] = {
            "kind": SignerMailKind.REMINDER,
            "at": at,
            "before": at - APART,
            "most": MOST_REMINDERS,
        }
        cursor.execute(_REMIND, given | {"waiting": waiting})
        return int(cursor.rowcount)
