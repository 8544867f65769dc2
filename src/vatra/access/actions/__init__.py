"""Acts on units, accounts and appointments, and signing in."""

from vatra.access.actions.accounts import (
    open_account,
    remove_second_factor,
    reset_password,
    resume_account,
    suspend_account,
)
from vatra.access.actions.appointments import appoint, end_appointment
from vatra.access.actions.own import (
    change_password,
    choose_language,
    choose_mails,
    give_up_second_factor,
    renew_recovery_codes,
    set_up_second_factor,
    sign_in,
    try_second_factor,
    try_to_sign_in,
)
from vatra.access.actions.receiving import receive_from_site, stop_receiving
from vatra.access.actions.units import close_unit, open_unit

__all__ = [
    "appoint",
    "change_password",
    "choose_language",
    "choose_mails",
    "close_unit",
    "end_appointment",
    "give_up_second_factor",
    "open_account",
    "open_unit",
    "receive_from_site",
    "remove_second_factor",
    "renew_recovery_codes",
    "reset_password",
    "resume_account",
    "set_up_second_factor",
    "sign_in",
    "stop_receiving",
    "suspend_account",
    "try_second_factor",
    "try_to_sign_in",
]
