"""Where a rule of the standards warned and the decision was issued all the same: what was said, and the reason given."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

WHY_ANEW = "R-26-anew"
"""The code under which a decision that supersedes says why the one before no longer holds."""


@dataclass(frozen=True)
class WentOn:
    """One warning: the sentence as the issuer read it, the code of its rule, and the reason written for it."""

    sentence: str
    code: str
    reason: str


def went_on(document: Mapping[str, Any]) -> list[WentOn]:
    """Every warning of a decision, from its kept text; texts kept before sentences were have the code alone."""
    unsaid = _("A rule of the standards asked for a reason before this could be decided.")
    sentences = document.get("went_on_against", {})
    return [
        WentOn(sentences.get(code, unsaid), code, reason)
        for code, reason in document["went_on_because"].items()
    ]
