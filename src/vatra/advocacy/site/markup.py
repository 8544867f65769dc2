"""The small markup of the site's texts: headings, paragraphs, lists, bold and links, and nothing else.

A piece of CommonMark, read by markdown-it-py with HTML switched off: whatever somebody types, a page shows it as
text or as one of these.
"""

import re
from collections.abc import Sequence
from functools import cache

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

UNDERSTOOD = ("heading", "list", "emphasis", "link", "escape", "newline")
# Elsewhere only over TLS; within the site by the path; a telephone number and a mail address.
_LINK = re.compile(r"https://[^/\s]+|/(?!/)|#|tel:\+?[0-9]+$|mailto:[^@\s]+@[^@\s]+$", re.IGNORECASE)
# The page has its own first heading: the first kind in a text comes below it.
LOWER = {"h1": "h2", "h2": "h3"}
LOWEST = "h3"
CLASSES = {
    "h2": "govuk-heading-l",
    "h3": "govuk-heading-m",
    "p": "govuk-body",
    "ul": "govuk-list govuk-list--bullet",
    "ol": "govuk-list govuk-list--number",
    "a": "govuk-link",
}


def as_page(text: str) -> SafeString:
    """The text as it stands on a page."""
    html: SafeString = mark_safe(_reader().render(text))  # noqa: S308 - the reader escapes what is not its markup
    return html


def may_lead_to(address: str) -> bool:
    """Whether a text may carry a link to an address."""
    return bool(_LINK.match(address))


class _OnAPage(RendererHTML):
    """Writes each part with the classes the site's style knows."""

    def renderToken(  # noqa: N802 - the library's name
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        token = tokens[idx]
        if token.type.startswith("heading"):
            token.tag = LOWER.get(token.tag, LOWEST)
        if token.nesting == 1 and token.tag in CLASSES:
            token.attrSet("class", CLASSES[token.tag])
        if token.type == "link_open" and not str(token.attrGet("href")).startswith(("/", "#")):
            token.attrSet("rel", "noreferrer")
        return super().renderToken(tokens, idx, options, env)


class _Reader(MarkdownIt):
    """Follows only the links that a text may carry."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        return may_lead_to(url)


@cache
def _reader() -> MarkdownIt:
    return _Reader("zero", renderer_cls=_OnAPage).enable(UNDERSTOOD)
