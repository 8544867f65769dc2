"""Acts that lead to a decision, and the decision itself."""

from vatra.decisions.actions.asking import ask, seat_member, withdraw
from vatra.decisions.actions.hearing import record_hearing, record_not_heard, record_participant
from vatra.decisions.actions.issuing import issue
from vatra.decisions.actions.weighing import add_option, justify_separation, weigh

__all__ = [
    "add_option",
    "ask",
    "issue",
    "justify_separation",
    "record_hearing",
    "record_not_heard",
    "record_participant",
    "seat_member",
    "weigh",
    "withdraw",
]
