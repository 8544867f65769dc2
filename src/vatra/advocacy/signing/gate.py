"""What has to be known of a sheet when a form is sent to it: one lean question, because thousands ask it at once."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

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


def open_gate(slug: str, *, on: date) -> Gate | None:
    """The sheet with this name in its address, if it is shown and open on the day."""
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, {"slug": slug, "on": on})
        found = cursor.fetchone()
    return Gate(*found) if found else None
