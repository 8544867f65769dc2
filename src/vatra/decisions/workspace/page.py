"""Everything the workspace of a question shows."""

from typing import Any

from vatra.access.roles import Permission
from vatra.decisions.doors import Asked
from vatra.decisions.ground import Ground, facts_while_preparing, ground_of
from vatra.decisions.hearing.page import heard_in
from vatra.decisions.panel.page import Panel, panel_of
from vatra.decisions.panel.states import PanelState
from vatra.decisions.papers import sheets_of
from vatra.decisions.siblings import PairOfSiblings, pairs_of
from vatra.decisions.states import REFUSALS, QuestionState
from vatra.decisions.weighing.sources import named_sources
from vatra.decisions.weighing.table import side_by_side, sources_in
from vatra.decisions.workspace.steps import Step, steps_before_issue

APPROVED = (PanelState.APPROVED, PanelState.APPROVED_WITH_CONDITIONS)


def workspace_of(asked: Asked) -> dict[str, Any]:
    """The context of the page; the same number of queries however much was written."""
    question, today = asked.question, asked.entered.by.today
    ground, panel = ground_of(question), panel_of(asked)
    decision = question.decisions.filter(superseded_by__isnull=True).select_related("withdrawal").first()
    pairs = pairs_of(ground.children, ground.siblings, ground.separations, on=today)
    is_open = decision is None and question.withdrawn_on is None
    return {
        "question": question,
        "children": ground.children,
        **heard_in(asked, ground.children, decision),
        "options": ground.options,
        "table": side_by_side(question.kind, ground.options, sources=_sources(ground)),
        "steps": _steps(asked, ground, panel, pairs) if is_open else [],
        "participants": ground.participants,
        "separations": ground.separations,
        "pairs": [pair for pair in pairs if pair.separation is None],
        "decision": decision,
        "withdrawn": REFUSALS[QuestionState.WITHDRAWN] if question.withdrawn_on else "",
        "panel": panel,
        "sheets": sheets_of(question),
        "may_prepare": not question.withdrawn_on and asked.may(Permission.PREPARE_DECISION),
        "may_issue": not question.withdrawn_on and asked.may(Permission.ISSUE_DECISION),
    }


def _sources(ground: Ground) -> Any:
    return named_sources(sources_in(ground.options), [child.file_id for child in ground.children])


def _steps(asked: Asked, ground: Ground, panel: Panel, pairs: list[PairOfSiblings]) -> list[Step]:
    facts = facts_while_preparing(
        ground,
        reader=asked.entered.by.somebody if asked.may(Permission.ISSUE_DECISION) else None,
        panel_met=bool(panel.meetings),
        panel_approved=panel.state in APPROVED,
    )
    unexplained = [(pair.file.child.name, pair.sibling.name) for pair in pairs if pair.separation is None]
    return steps_before_issue(
        facts,
        [option.in_words for option in ground.options],
        on=asked.entered.by.today,
        pairs_unexplained=unexplained,
    )
