"""Everything the workspace of a question shows."""

from typing import Any

from vatra.access.roles import Permission
from vatra.decisions.doors import Asked
from vatra.decisions.ground import Ground, facts_while_preparing
from vatra.decisions.hearing.hearings import Hearing, hearings_of
from vatra.decisions.hearing.page import heard_in
from vatra.decisions.panel.page import Panel, panel_of
from vatra.decisions.queries import options_of
from vatra.decisions.siblings import PairOfSiblings, pairs_of
from vatra.decisions.states import REFUSALS, QuestionState
from vatra.decisions.weighing.sources import named_sources
from vatra.decisions.weighing.table import side_by_side, sources_in
from vatra.decisions.words import PANEL_APPROVES
from vatra.decisions.workspace.steps import Step, steps_before_issue
from vatra.people.queries import siblings_of


def workspace_of(asked: Asked) -> dict[str, Any]:
    """The context of the page; five queries however much was written."""
    question, today = asked.question, asked.entered.by.today
    hearings = hearings_of(question)
    ground, panel, decision = _ground(asked, hearings), panel_of(asked), asked.written.decision
    pairs = pairs_of(ground.children, ground.siblings, ground.separations, on=today)
    is_open = decision is None and question.withdrawn_on is None
    return {
        "question": question,
        "children": ground.children,
        **heard_in(asked, hearings),
        "options": ground.options,
        "table": side_by_side(question.kind, ground.options, sources=_sources(ground)),
        "steps": _steps(asked, ground, panel, pairs) if is_open else [],
        "participants": ground.participants,
        "separations": ground.separations,
        "pairs": [pair for pair in pairs if pair.separation is None],
        "decision": decision,
        "withdrawn": REFUSALS[QuestionState.WITHDRAWN] if question.withdrawn_on else "",
        "panel": panel,
        "sheets": asked.written.sheets,
        "may_prepare": not question.withdrawn_on and asked.may(Permission.PREPARE_DECISION),
        "may_issue": not question.withdrawn_on and asked.may(Permission.ISSUE_DECISION),
    }


def _ground(asked: Asked, hearings: list[Hearing]) -> Ground:
    """The ground as `ground_of` reads it for the decision, from what the page has read."""
    children = [hearing.child for hearing in hearings]
    return Ground(
        question=asked.question,
        options=options_of(asked.question),
        children=children,
        participants=asked.written.participants,
        separations=asked.written.separations,
        siblings=siblings_of([child.file.child_id for child in children]),
    )


def _sources(ground: Ground) -> Any:
    return named_sources(sources_in(ground.options), [child.file_id for child in ground.children])


def _steps(asked: Asked, ground: Ground, panel: Panel, pairs: list[PairOfSiblings]) -> list[Step]:
    facts = facts_while_preparing(
        ground,
        reader=asked.entered.by.somebody if asked.may(Permission.ISSUE_DECISION) else None,
        panel_met=bool(panel.meetings),
        panel_approved=panel.state.value in PANEL_APPROVES,
    )
    unexplained = [(pair.file.child.name, pair.sibling.name) for pair in pairs if pair.separation is None]
    return steps_before_issue(
        facts,
        [option.in_words for option in ground.options],
        on=asked.entered.by.today,
        pairs_unexplained=unexplained,
    )
