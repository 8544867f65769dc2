"""Acts of advocacy."""

from vatra.advocacy.actions.delivery import deliver, write_news
from vatra.advocacy.actions.invalidation import invalidate, undo_invalidation
from vatra.advocacy.actions.moderation import hold_back_names, let_through, pass_names, turn_away
from vatra.advocacy.actions.retention import erase_contacts, expire_unconfirmed
from vatra.advocacy.actions.sheets import change_text, open_sheet
from vatra.advocacy.actions.signing import (
    confirm_signature,
    give_consent,
    reject_signature,
    sign,
    withdraw_consent,
    withdraw_signature,
)

__all__ = [
    "change_text",
    "confirm_signature",
    "deliver",
    "erase_contacts",
    "expire_unconfirmed",
    "give_consent",
    "hold_back_names",
    "invalidate",
    "let_through",
    "open_sheet",
    "pass_names",
    "reject_signature",
    "sign",
    "turn_away",
    "undo_invalidation",
    "withdraw_consent",
    "withdraw_signature",
    "write_news",
]
