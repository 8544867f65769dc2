"""An invented child, to look at a letter's wording and to measure how it reads."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache

from django.utils.translation import gettext as _

from vatra.decisions.documents import LETTER
from vatra.decisions.documents.letter_texts import FOLDER
from vatra.decisions.documents.letters import around_a_letter
from vatra.decisions.documents.placeholders import Placeholder, as_text, filled
from vatra.decisions.documents.reading import Reading, reading_of
from vatra.decisions.words import DocumentKind
from vatra.kernel.clock import local_day
from vatra.kernel.days_in_words import in_words
from vatra.kernel.typesetting import as_pdf
from vatra.kernel.typesetting.languages import in_language

DECIDED_ON = date(2026, 3, 16)


@cache
def _written(language: str) -> Mapping[str, Mapping[str, str]]:
    """What is filled in for an invented child, and for its parents."""
    return tomllib.loads((FOLDER / language / "invented.toml").read_text(encoding="utf-8"))


def invented_words(kind: str, language: str) -> dict[str, str]:
    """A word for every placeholder."""
    who = "child" if kind == DocumentKind.CHILD_LETTER else "parents"
    with in_language(language):
        days: dict[str, str] = {
            Placeholder.DECISION_DATE: in_words(DECIDED_ON),
            Placeholder.EFFECTIVE_DATE: in_words(DECIDED_ON + timedelta(days=1)),
            Placeholder.REVIEW_DATE: in_words(DECIDED_ON + timedelta(days=90)),
        }
    return {Placeholder.DECISION_NUMBER: "2026/00017", **days, **_written(language)[who]}


def reading_of_wording(paragraphs: str, *, kind: str, language: str) -> Reading:
    """How the letter reads once it is filled in with short words."""
    return reading_of(as_text(filled(paragraphs, invented_words(kind, language))))


def previewed(paragraphs: str, *, kind: str, language: str, age_band: str | None, at: datetime) -> bytes:
    """The letter as PDF, filled in with an invented child; it says so where the digest would stand."""
    words = invented_words(kind, language)
    with in_language(language):
        around = around_a_letter(kind, age_band, child=words[Placeholder.CHILD], on=local_day(at))
        not_real = _("A sample with an invented child")
    content = {
        **around,
        "parts": [vars(part) for part in filled(paragraphs, words)],
        "sender": words[Placeholder.ORGANISATION],
        "author": words[Placeholder.ORGANISATION],
        "signed": f"{words[Placeholder.WORKER]}\n{words[Placeholder.ORGANISATION]}",
        "digest_label": not_real,
        "digest": "",
    }
    return as_pdf(LETTER, content, language=language, at=at)
