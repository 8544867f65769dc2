"""Acts of law: guardians, legal statuses, proceedings, sealed envelopes, and the clocks of duties."""

from vatra.law.actions.around_proceeding import (
    add_party,
    ask_for_document,
    block_proceeding,
    receive_document,
    unblock_proceeding,
)
from vatra.law.actions.clocks import resume_clock, stop_clock
from vatra.law.actions.corrections import correct_step
from vatra.law.actions.envelopes import (
    agree_to_open,
    ask_to_open,
    open_envelope,
    refuse_opening,
    seal_envelope,
)
from vatra.law.actions.guardianship import appoint_guardian, end_guardianship
from vatra.law.actions.hearings import NewDay, put_off_hearing
from vatra.law.actions.legal_path import correct_path_event, record_path_event
from vatra.law.actions.legal_status import correct_legal_status, end_legal_status, set_legal_status
from vatra.law.actions.proceedings import close_proceeding, open_proceeding, plan_step, take_step

__all__ = [
    "NewDay",
    "add_party",
    "agree_to_open",
    "appoint_guardian",
    "ask_for_document",
    "ask_to_open",
    "block_proceeding",
    "close_proceeding",
    "correct_legal_status",
    "correct_path_event",
    "correct_step",
    "end_guardianship",
    "end_legal_status",
    "open_envelope",
    "open_proceeding",
    "plan_step",
    "put_off_hearing",
    "receive_document",
    "record_path_event",
    "refuse_opening",
    "resume_clock",
    "seal_envelope",
    "set_legal_status",
    "stop_clock",
    "take_step",
    "unblock_proceeding",
]
