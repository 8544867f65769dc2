"""The wording of letters: an organisation's own newest edition, else the one that comes with Vatra."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.db.models import Max

from vatra.access.models import Unit
from vatra.casework.models import File
from vatra.decisions.documents.reading import Level
from vatra.decisions.models import LetterText
from vatra.decisions.words import AgeBand, DocumentKind

FOLDER = Path(__file__).parent / "texts"
LETTERS: tuple[tuple[DocumentKind, AgeBand | None], ...] = (
    (DocumentKind.PARENTS_LETTER, None),
    *((DocumentKind.CHILD_LETTER, band) for band in AgeBand),
)
# How long and how hard a letter may be; measured on the letter as it is filled in.
LEVELS: dict[AgeBand | None, Level] = {
    AgeBand.UP_TO_7: Level(sentence_words=6, longest=10, lix=20, word_letters=4.6, grade=2.5),
    AgeBand.FROM_8: Level(sentence_words=9, longest=15, lix=25, word_letters=4.8, grade=4),
    AgeBand.FROM_13: Level(sentence_words=12, longest=20, lix=30, word_letters=5.0, grade=6),
    None: Level(sentence_words=15, longest=26, lix=36, word_letters=5.3, grade=8),
}


class Wording(NamedTuple):
    """The text of a letter; `edition` is None for the text that comes with Vatra."""

    paragraphs: str
    edition: LetterText | None


def level_for(age_band: str | None) -> Level:
    """What is asked of a letter for this age; parents have none."""
    return LEVELS[AgeBand(age_band) if age_band else None]


def band_for(age: int | None) -> AgeBand | None:
    """For which age the letter is worded; None where nobody knows the child's age."""
    if age is None:
        return None
    return AgeBand.UP_TO_7 if age <= 7 else AgeBand.FROM_8 if age <= 12 else AgeBand.FROM_13


def organisation_of(file: File) -> int:
    """The id of the unit at the top, which words the letters."""
    return int(file.unit.lineage[0])


def wording_for(organisation: int, kind: str, language: str, age_band: str | None) -> Wording:
    """The newest edition of the organisation, or the text that comes with Vatra."""
    newest = editions_of(organisation, kind, language, age_band).first()
    return Wording(newest.paragraphs if newest else built_in(kind, language, age_band), newest)


def editions_of(organisation: int, kind: str, language: str, age_band: str | None) -> Any:
    """All editions of one letter, the newest first."""
    letters = LetterText.objects.filter(
        unit=organisation, kind=kind, language=language, age_band=age_band or None
    )
    return letters.select_related("written_by").order_by("-edition")


def next_edition(unit: Unit, kind: str, language: str, age_band: str | None) -> int:
    """The number the next edition gets."""
    newest: int | None = editions_of(unit.pk, kind, language, age_band).aggregate(Max("edition"))[
        "edition__max"
    ]
    return (newest or 0) + 1


@cache
def built_in(kind: str, language: str, age_band: str | None) -> str:
    """The text that comes with Vatra."""
    name = "parents" if kind == DocumentKind.PARENTS_LETTER else f"child_{AgeBand(age_band or '')}"
    return (FOLDER / language / f"{name}.txt").read_text(encoding="utf-8")


@cache
def phrases(language: str) -> dict[str, Any]:
    """Sentences that depend on what was decided and how the child was heard."""
    return tomllib.loads((FOLDER / language / "phrases.toml").read_text(encoding="utf-8"))
