"""Acts on a child's file, one module per concept."""

from vatra.casework.actions.assessing import assess, name_cause, record_support, settle_cause
from vatra.casework.actions.concerns import (
    answer_concern,
    name_children,
    open_concern,
    receive_concern,
    receive_worry_from_site,
)
from vatra.casework.actions.entries import record_contact, record_visit, write_note
from vatra.casework.actions.files import close_file, hand_over, open_file, open_page, open_pages
from vatra.casework.actions.planning import finish_goal, make_plan
from vatra.casework.actions.reviewing import hold_review, plan_review, review_did_not_take_place

__all__ = [
    "answer_concern",
    "assess",
    "close_file",
    "finish_goal",
    "hand_over",
    "hold_review",
    "make_plan",
    "name_cause",
    "name_children",
    "open_concern",
    "open_file",
    "open_page",
    "open_pages",
    "plan_review",
    "receive_concern",
    "receive_worry_from_site",
    "record_contact",
    "record_support",
    "record_visit",
    "review_did_not_take_place",
    "settle_cause",
    "write_note",
]
