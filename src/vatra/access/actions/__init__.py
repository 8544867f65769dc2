"""Acts on units, accounts and appointments, and signing in."""

from vatra.access.actions.accounts import open_account, reset_password, resume_account, suspend_account
from vatra.access.actions.appointments import appoint, end_appointment
from vatra.access.actions.own import change_password, choose_language, sign_in, try_to_sign_in
from vatra.access.actions.units import close_unit, open_unit

__all__ = [
    "appoint",
    "change_password",
    "choose_language",
    "close_unit",
    "end_appointment",
    "open_account",
    "open_unit",
    "reset_password",
    "resume_account",
    "sign_in",
    "suspend_account",
    "try_to_sign_in",
]
