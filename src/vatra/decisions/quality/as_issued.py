"""The decision as its kept text tells it, for somebody who looks back: nothing is read but the text itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Decision
from vatra.decisions.weighing.table import SIGNS
from vatra.decisions.words import Leaning, NotHeardReason
from vatra.kernel.links import SideBySide


@dataclass(frozen=True)
class Said:
    """What one child said, or why not, what became of it, and what was decided for the child."""

    file: str
    words: str
    not_heard: str
    taken_up: str
    decided: str


def table_as_issued(decision: Decision) -> SideBySide:
    """The options side by side, as they stood when the decision was issued."""
    options: Sequence[Mapping[str, Any]] = decision.document["options"]
    decided = {child["option"] for child in decision.document["children"] if "option" in child}
    chosen = [at for at, option in enumerate(options) if option["id"] in decided]
    return SideBySide(
        _("The options, weighed on the same factors"),
        [option["in_words"] for option in options],
        [
            (factor.label, [_cell(option["weighings"].get(factor.value)) for option in options])
            for factor in kind_of(decision.question.kind).factors
        ],
        chosen[0] if len(chosen) == 1 else None,
    )


def said_as_issued(decision: Decision) -> list[Said]:
    """Each child of the decision, in its order."""
    options = {option["id"]: option["in_words"] for option in decision.document["options"]}
    return [
        Said(
            file=child["file"],
            words=child["words"],
            not_heard=str(NotHeardReason(child["not_heard"]).label) if child["not_heard"] else "",
            taken_up=child["taken_up"],
            decided=options.get(child.get("option"), ""),
        )
        for child in decision.document["children"]
    ]


def _cell(weighed: Sequence[str] | None) -> str:
    if weighed is None:
        return _("Not weighed yet")
    leaning, sentence = weighed[:2]
    return f"{SIGNS[Leaning(leaning)]} {Leaning(leaning).label}\n{sentence}"
