"""What has to be known of a sheet when a form is sent to it: one lean question, because thousands ask it at once."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.db import connection

from vatra.kernel.clock import local_day

_OPEN = """
    SELECT sheet.id, text.id, text.number, sheet.asks_proof, sheet.may_show_names, sheet.jurisdiction
    FROM advocacy_action AS action
    INNER JOIN advocacy_signingsheet AS sheet ON sheet.action_id = action.id
    INNER JOIN advocacy_sheettext AS text ON text.sheet_id = sheet.id
    WHERE action.slug = %(slug)s AND action.shown_from <= %(on)s AND action.first_day <= %(on)s
        AND (action.last_day IS NULL OR action.last_day >= %(on)s)
    ORDER BY text.number DESC LIMIT 1
"""


@dataclass(frozen=True)
class Gate:
    """A sheet that can be signed today: its number, the number and version of its text, and what it asks for."""

    sheet: int
    text: int
    version: int
    asks_proof: bool
    may_show_names: bool
    jurisdiction: str


def open_gate(slug: str, *, at: datetime) -> Gate | None:
    """The sheet with this name in its address, if it is shown and open on the day of the moment.

    Of all who send a form within one second only the first asks: who read the text before it was changed signs what
    was read.
    """
    return gate_of_second(slug, local_day(at), int(at.timestamp()))


@lru_cache(maxsize=64)
def gate_of_second(slug: str, on: date, _second: int) -> Gate | None:
    """The sheet that was open on the day when it was first asked for in this second."""
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, {"slug": slug, "on": on})
        found = cursor.fetchone()
    return Gate(*found) if found else None
