"""What a feed tells: titles, days and a few words, as far as one of our words stands in them."""

import re
from calendar import timegm
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import unescape
from io import BytesIO

from feedparser.api import parse
from feedparser.util import FeedParserDict

from vatra.advocacy.letters.likeness import words_in
from vatra.advocacy.media.web_address import is_web_address
from vatra.advocacy.models.media import ADDRESS_LENGTH
from vatra.kernel.clock import local_day

EXCERPT_LENGTH = 500
TITLE_LENGTH = 300
MOST_ENTRIES = 200
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Told:
    """One entry of a feed."""

    address: str
    title: str
    excerpt: str
    published_on: date | None


def told_in(feed: bytes, keywords: Sequence[str]) -> Iterator[Told]:
    """The entries of a feed in which one of the words stands; the feed is read as it was sent, nothing is opened."""
    for entry in _entries(feed):
        told = Told(
            address=str(entry.get("link", "")),
            title=_plain(entry.get("title", ""))[:TITLE_LENGTH],
            excerpt=_plain(entry.get("summary", ""))[:EXCERPT_LENGTH],
            published_on=_day(entry),
        )
        if _is_of_use(told) and _has_one_of(keywords, f"{told.title} {told.excerpt}"):
            yield told


def _entries(feed: bytes) -> Sequence[FeedParserDict]:
    try:
        # Bytes in a stream: from a name or an address the library would read a file or the network.
        found: Sequence[FeedParserDict] = parse(BytesIO(feed)).entries
    except ValueError:
        # The library stumbles over signs that no text can hold.
        return []
    return found[:MOST_ENTRIES]


def _is_of_use(told: Told) -> bool:
    return bool(told.title) and is_web_address(told.address) and len(told.address) <= ADDRESS_LENGTH


def _has_one_of(keywords: Sequence[str], text: str) -> bool:
    """A keyword of several words stands there as one; a word is found in its longer forms too: fëmijë in fëmijëve."""
    said = f" {' '.join(words_in(text))}"
    return any(f" {' '.join(words_in(keyword))}" in said for keyword in keywords if words_in(keyword))


def _plain(text: object) -> str:
    words = " ".join(unescape(_TAG.sub(" ", str(text))).split())
    return "".join(sign for sign in words if sign.isprintable())


def _day(entry: FeedParserDict) -> date | None:
    moment = dict(entry).get("published_parsed") or dict(entry).get("updated_parsed")
    try:
        return local_day(datetime.fromtimestamp(timegm(moment), tz=UTC)) if moment else None
    except (ValueError, OverflowError):
        # A year that no calendar has.
        return None
