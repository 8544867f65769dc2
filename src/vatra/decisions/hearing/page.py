"""What the pages of a question show of its hearings."""

from collections.abc import Sequence
from typing import Any

from vatra.access.roles import Permission
from vatra.decisions.doors import Asked
from vatra.decisions.hearing.hearings import Hearing


def heard_in(asked: Asked, hearings: Sequence[Hearing]) -> dict[str, Any]:
    """The hearings of the children, whether the question is closed, and whether it may be."""
    is_told = bool(hearings) and all(hearing.is_settled for hearing in hearings)
    return {
        "hearings": hearings,
        "closing": getattr(asked.question, "closing", None),
        "may_close": is_told and asked.may(Permission.PREPARE_DECISION),
    }
