"""The markup of the site's texts: whatever is typed, a page shows it as text or as one of a few things."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.advocacy.site.markup import as_page, may_lead_to

ALLOWED = {"h2", "h3", "p", "ul", "ol", "li", "strong", "em", "a", "br"}
ATTRIBUTES = {"class", "href", "rel", "title", "start"}
# Pieces from which somebody might build what must not be.
PIECES = st.sampled_from(
    [
        *("<script>", "</script>", "<img src=x onerror=alert(1)>", "&lt;", '"', "'", "`", "\\", "\n\n", "\n"),
        *("[a](", "javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "//evil.example", "/en/", ")"),
        *("https://example.org", "# ", "## ", "- ", "1. ", "**", "*", "<https://x>", "![i](https://x)", "> "),
        *("| a | b |", "---", "    code", "```", "é", "ž", " "),
    ]
)


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]


def seen(text: str) -> _Seen:
    parser = _Seen()
    parser.feed(as_page(text))
    return parser


@given(st.lists(PIECES | st.text(max_size=8), max_size=14).map("".join))
def test_nothing_but_the_small_markup_comes_out(text: str) -> None:
    found = seen(text)
    assert found.tags <= ALLOWED
    assert found.attributes <= ATTRIBUTES
    assert all(may_lead_to(link) for link in found.links)


def test_a_text_has_headings_lists_bold_words_and_links() -> None:
    page = as_page("# Why\n\nA **warm** home.\n\n- one\n- two\n\n1. first\n\n[Help](/en/help/)")
    assert page.startswith('<h2 class="govuk-heading-l">Why</h2>')
    assert '<p class="govuk-body">A <strong>warm</strong> home.</p>' in page
    assert '<ul class="govuk-list govuk-list--bullet">' in page
    assert '<ol class="govuk-list govuk-list--number">' in page
    assert '<a href="/en/help/" class="govuk-link">Help</a>' in page


def test_the_smallest_heading_is_the_third() -> None:
    assert set(re.findall(r"<h\d", as_page("# a\n\n## b\n\n#### c"))) == {"<h2", "<h3"}


def test_a_link_elsewhere_tells_nobody_where_it_was_followed() -> None:
    assert 'rel="noreferrer"' in as_page("[UN](https://example.org/)")


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/",
        "//example.org",
        "javascript:alert(1)",
        "data:x",
        "ftp://x",
        "mailto:",
        "tel:abc",
    ],
)
def test_a_link_that_is_not_safe_stays_text(address: str) -> None:
    assert seen(f"[words]({address})").links == []
