"""Whatever people write appears on paper as they wrote it, and paper can be read by everybody."""

import pytest

from tests.builders import at
from tests.on_paper import opened, said_in, tags_in
from vatra.commands import assets
from vatra.kernel.typesetting import DOCUMENT, as_pdf, digest_of
from vatra.kernel.typesetting.parts import facts, section, spoken, table, text

MARKUP = (
    '#import "x": * $x^2$ *bold* _it_ @ref <label> = head - item `code` \\ // no /* no */ [a] {b} ~ -- ...'
)


def a_paper(words: str, language: str = "en") -> bytes:
    """A document that holds these words in each kind of part."""
    sections = [
        section(words, text(words), spoken(words), facts([(words, words)])),
        section("Table", table([words, "Why"], [1, 2], [[words, words]]), level=3),
    ]
    content = {
        **dict.fromkeys(("author", "issuer", "standing", "signed", "signature", "digest_label"), words),
        "title": words,
        "digest": "abc",
        "sections": sections,
    }
    return as_pdf(DOCUMENT, content, language=language, at=at())


def test_what_looks_like_markup_appears_literally() -> None:
    assert said_in(a_paper(MARKUP)).count(MARKUP) >= 8


@pytest.mark.parametrize(
    "words", ["Çka është “ëndrra” e fëmijës", "čuvanje đaka, žeđ, šuma", "Драган Јовић, Ђурђа", "ğışİöü"]
)
def test_letters_of_every_neighbour_appear(words: str) -> None:
    assert words in said_in(a_paper(words))


def test_a_smile_is_printed_and_what_no_font_knows_is_a_box() -> None:
    assets.build()
    said = said_in(a_paper("I am happy 😀 with 🐱 and ❤. 中 \x07end"))
    assert "I am happy 😀 with 🐱 and ❤. □ end" in said


def test_lines_and_paragraphs_stay_as_they_were_typed() -> None:
    pages = opened(a_paper("First line\nSecond line\n\nNew paragraph")).pages
    lines = "\n".join(page.extract_text() for page in pages)
    assert "First line\nSecond line\nNew paragraph" in lines


@pytest.mark.parametrize(("language", "named"), [("sq", "sq"), ("sr", "sr"), ("en", "en")])
def test_the_file_says_that_it_is_accessible_and_in_which_language(language: str, named: str) -> None:
    pdf = a_paper("Vendimi", language)
    root = opened(pdf).trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == (named, True)
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert opened(pdf).metadata.title == "Vendimi"
    assert {"H1", "H2", "H3", "P", "Table", "TH", "TD"} <= tags_in(pdf)


def test_every_page_says_which_it_is_of_how_many_and_carries_the_digest() -> None:
    pages = opened(a_paper("A long story. " * 120)).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        said = page.extract_text()
        assert f"{number} / {len(pages)}" in said
        assert "abc" in said


def test_the_same_content_at_the_same_moment_is_the_same_file() -> None:
    assert digest_of(a_paper("Same")) == digest_of(a_paper("Same"))
    assert digest_of(a_paper("Same")) != digest_of(a_paper("Other"))


def test_nothing_of_the_machine_can_be_read_from_a_document() -> None:
    assert "/etc/passwd" in said_in(a_paper('#read("/etc/passwd")'))
