"""Letters to children are as easy to read as their age asks."""

import pytest

from vatra.decisions.documents.invented import reading_of_wording
from vatra.decisions.documents.languages import DOCUMENT_LANGUAGES
from vatra.decisions.documents.letter_texts import LETTERS, built_in, level_for
from vatra.decisions.documents.placeholders import Placeholder, unknown_in
from vatra.decisions.documents.reading import reading_of, syllables_of
from vatra.decisions.words import AgeBand, DocumentKind

EVERY_LETTER = [(kind, language, band) for kind, band in LETTERS for language in DOCUMENT_LANGUAGES]


@pytest.mark.parametrize(("kind", "language", "band"), EVERY_LETTER)
def test_the_letters_that_come_with_vatra_suit_their_readers(
    kind: DocumentKind, language: str, band: AgeBand | None
) -> None:
    paragraphs, level = built_in(kind, language, band), level_for(band)
    reading = reading_of_wording(paragraphs, kind=kind, language=language)
    assert len(reading.words) > 50
    assert reading.longer_than(level.longest) == []
    assert not reading.is_too_hard_for(level, language=language)
    assert unknown_in(paragraphs) == []


@pytest.mark.parametrize(("kind", "language", "band"), EVERY_LETTER)
def test_every_letter_says_what_why_who_and_where_to_complain(
    kind: DocumentKind, language: str, band: AgeBand | None
) -> None:
    said = built_in(kind, language, band)
    needed = {
        "child",
        "decided",
        "effective_date",
        "why",
        "said",
        "taken_up",
        "who_there",
        "next",
        "review_date",
        "complain_to",
    }
    assert {name for name in Placeholder.values if f"{{{name}}}" in said} >= needed


def test_the_younger_the_reader_the_shorter_the_sentences() -> None:
    bands = [level_for(band) for band in (*AgeBand, None)]
    for name in ("sentence_words", "longest", "lix", "word_letters", "grade"):
        asked = [getattr(level, name) for level in bands]
        assert asked == sorted(asked)


def test_the_formulas_give_what_was_published() -> None:
    # Two sentences of six words, eight syllables each: 0.39 · 6 + 11.8 · 16/12 − 15.59.
    reading = reading_of("The happy cat sat on tables. The happy cat sat on tables.")
    assert (len(reading.sentences), len(reading.words)) == (2, 12)
    assert round(reading.grade, 2) == round(0.39 * 6 + 11.8 * 16 / 12 - 15.59, 2)
    assert reading.lix == 6
    assert round(reading_of("Representatives considered. Yes.").lix, 2) == round(1.5 + 100 * 2 / 3, 2)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("cat", 1),
        ("decided", 3),
        ("home", 1),
        ("table", 2),
        ("people", 2),
        ("family", 3),
        ("asked", 1),
        ("the", 1),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, syllables: int) -> None:
    assert syllables_of(word) == syllables


def test_a_date_does_not_end_a_sentence() -> None:
    assert reading_of("To počinje 17. marta 2026. Tada te pitamo.").sentences == [
        "To počinje 17. marta 2026",
        "Tada te pitamo.",
    ]


def test_nothing_is_not_hard_to_read() -> None:
    assert not reading_of("").is_too_hard_for(level_for(AgeBand.UP_TO_7), language="en")
