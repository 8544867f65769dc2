"""The sheet that explains every form of care without taking sides (UN Guidelines §64, R-30)."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from vatra.decisions.documents.letter_texts import FOLDER
from vatra.homes.words import FormOfCare
from vatra.kernel.typesetting.languages import in_language

# Hospital and custody are no forms of care one chooses between, “another arrangement” explains nothing.
EXPLAINED = tuple(
    form for form in FormOfCare if form not in {FormOfCare.HOSPITAL, FormOfCare.DETENTION, FormOfCare.OTHER}
)
POINTS = ("what", "child", "parents", "duration", "contact")


@dataclass(frozen=True)
class Explained:
    """One form of care: its name, the same points for every form, and what one should ask."""

    form: str
    name: str
    points: Sequence[tuple[str, str]]
    questions: Sequence[str]


@dataclass(frozen=True)
class Sheet:
    """The sheet in one language; `edition` tells which text somebody was handed."""

    language: str
    edition: str
    title: str
    lead: Sequence[str]
    ask: str
    forms: Sequence[Explained]
    rights_heading: str
    rights: Sequence[str]


@cache
def sheet_in(language: str) -> Sheet:
    """The sheet as it comes with Vatra."""
    text = tomllib.loads((FOLDER / language / "sheet.toml").read_text(encoding="utf-8"))
    with in_language(language):
        forms = [_explained(form, str(form.label), text) for form in EXPLAINED]
    return Sheet(
        language=language,
        edition=text["edition"],
        title=text["title"],
        lead=text["lead"],
        ask=text["points"]["ask"],
        forms=forms,
        rights_heading=text["rights"]["heading"],
        rights=text["rights"]["paragraphs"],
    )


def _explained(form: FormOfCare, name: str, text: dict[str, Any]) -> Explained:
    said = text["forms"][form.value]
    points = [(text["points"][point], said[point]) for point in POINTS]
    return Explained(form.value, name, points, said["ask"])
