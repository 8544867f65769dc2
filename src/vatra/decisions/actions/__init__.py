"""Acts that lead to a decision, the decision itself, and what follows it."""

from vatra.decisions.actions.afterwards import decide_appeal, lodge_appeal, withdraw_decision
from vatra.decisions.actions.asking import ask, withdraw
from vatra.decisions.actions.auditing import draw_sample, record_verdict
from vatra.decisions.actions.hearing import (
    keep_drawing,
    prepare_hearing,
    record_hearing,
    record_not_heard,
    record_participant,
    weigh_view,
)
from vatra.decisions.actions.issuing import issue
from vatra.decisions.actions.panel import call_panel, declare_interest, end_seat, seat_member
from vatra.decisions.actions.papers import hand_sheet, make_document, word_letter
from vatra.decisions.actions.resolving import cast_vote, meet_condition, resolve
from vatra.decisions.actions.telling import (
    ask_whether_heard,
    close_question,
    confirm_not_told,
    say_not_told,
    tell_child,
)
from vatra.decisions.actions.weighing import (
    add_option,
    change_option,
    justify_separation,
    weigh_option,
)

__all__ = [
    "add_option",
    "ask",
    "ask_whether_heard",
    "call_panel",
    "cast_vote",
    "change_option",
    "close_question",
    "confirm_not_told",
    "decide_appeal",
    "declare_interest",
    "draw_sample",
    "end_seat",
    "hand_sheet",
    "issue",
    "justify_separation",
    "keep_drawing",
    "lodge_appeal",
    "make_document",
    "meet_condition",
    "prepare_hearing",
    "record_hearing",
    "record_not_heard",
    "record_participant",
    "record_verdict",
    "resolve",
    "say_not_told",
    "seat_member",
    "tell_child",
    "weigh_option",
    "weigh_view",
    "withdraw",
    "withdraw_decision",
    "word_letter",
]
