"""What the panel said, as it is kept with the decision that rests on it."""

from collections.abc import Sequence
from typing import Any

from vatra.decisions.models import Question, Resolution
from vatra.decisions.panel.meetings import Cast, ConditionOf, Meeting, meetings_of
from vatra.decisions.written import written_for


def panel_as_said(question: Question) -> list[dict[str, Any]]:
    """Every answer of the panel in order, with who voted how, every dissent, and each condition as it stands now."""
    written = written_for(question)
    meetings: Sequence[Meeting] = meetings_of(written.meetings, written.seats)
    return [_said(each, each.resolution) for each in reversed(meetings) if each.resolution]


def _said(meeting: Meeting, resolution: Resolution) -> dict[str, Any]:
    return {
        "met_on": meeting.row.meets_on.isoformat(),
        "resolved_on": resolution.resolved_on.isoformat(),
        "kind": resolution.kind,
        "reasons": resolution.reasons,
        "missing": resolution.missing,
        "absent": resolution.absent,
        "quorum": meeting.row.quorum,
        "votes": [_vote(vote) for vote in meeting.votes],
        "conditions": [_condition(each) for each in meeting.conditions],
    }


def _vote(vote: Cast) -> dict[str, Any]:
    return {
        "member": vote.seat.member.full_name,
        "discipline": vote.seat.discipline,
        "position": vote.position.value,
        "dissent": vote.dissent,
        "counts": vote.counts,
    }


def _condition(condition: ConditionOf) -> dict[str, Any]:
    return {
        "what": condition.what,
        "responsible": condition.responsible,
        "due_on": condition.due_on.isoformat(),
        "met_on": condition.met_on.isoformat() if condition.met_on else None,
        "result": condition.result,
    }
