"""One document of a decision, ready to be set."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from vatra.decisions.documents import LETTER
from vatra.decisions.documents.decision_paper import decision_on_paper
from vatra.decisions.documents.letters import Reader, letter_to
from vatra.decisions.documents.placeholders import as_text
from vatra.decisions.documents.reading import Reading, reading_of
from vatra.decisions.models import Decision, LetterText, Outcome
from vatra.decisions.words import DocumentKind
from vatra.kernel.typesetting import DOCUMENT


@dataclass(frozen=True)
class Paper:
    """Content for a template; of a letter also the edition it follows and how the words for its reader read."""

    template: Path
    content: Mapping[str, Any]
    edition: LetterText | None = None
    reading: Reading | None = None


def paper_for(
    outcome: Outcome, kind: str, language: str, age_band: str | None, written: Mapping[str, str], *, on: date
) -> Paper:
    """What stands on paper; `edition` is None for the wording that comes with Vatra."""
    if kind == DocumentKind.DECISION:
        return Paper(DOCUMENT, decision_on_paper(outcome, language))
    letter = letter_to(Reader(outcome, kind, language, age_band), written, on=on)
    # What the reader said is the reader's own way of speaking.
    reading = reading_of(as_text(part for part in letter.parts if part.kind != "spoken"))
    return Paper(LETTER, letter.content, letter.wording.edition, reading)


def in_force(decision: Decision) -> bool:
    """Neither superseded nor withdrawn."""
    still = Decision.objects.filter(pk=decision.pk, superseded_by__isnull=True, withdrawal__isnull=True)
    return still.exists()
