"""What the pages of a question show of its hearings."""

from collections.abc import Sequence
from typing import Any

from vatra.access.roles import Permission
from vatra.decisions.doors import Asked
from vatra.decisions.hearing.hearings import hearings_of
from vatra.decisions.models import Decision, QuestionChild


def heard_in(asked: Asked, children: Sequence[QuestionChild], decision: Decision | None) -> dict[str, Any]:
    """The hearings of the children, whether the question is closed, and whether it may be; two queries."""
    hearings = hearings_of(children, decided=decision is not None)
    is_told = bool(hearings) and all(hearing.is_settled for hearing in hearings)
    return {
        "hearings": hearings,
        "closing": getattr(asked.question, "closing", None),
        "may_close": is_told and asked.may(Permission.PREPARE_DECISION),
    }
