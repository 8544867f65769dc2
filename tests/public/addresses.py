"""Every address of the public site, with what it takes to open it."""

import re
from collections.abc import Iterator

from tests.advocacy.site import news, received_by
from tests.builders import a_unit
from tests.guards.test_pages import OURS
from vatra.access.doors import EVERYBODY
from vatra.access.models import SentIn
from vatra.advocacy.site.shipped import load_site

# What an address names besides its language, page by page; `a_whole_site` makes it.
GIVEN: dict[str, dict[str, str]] = {
    "form_of_care": {"form": "foster_long"},
    "news_item": {"slug": "an-evening"},
    "text": {"slug": "about"},
}


def a_whole_site() -> None:
    """The texts that come with Vatra, a piece of news, and somebody who reads what is sent in."""
    load_site()
    news("an-evening")
    unit = a_unit()
    for what in SentIn:
        received_by(unit, what)


def public_addresses(language: str = "en") -> Iterator[tuple[str, str]]:
    """The name and the address of every page that is open to everybody; without an example it keeps its brackets."""
    for address, pattern in OURS:
        if getattr(pattern.callback, "permission", None) == EVERYBODY:
            name = str(pattern.name)
            yield name, _filled(address, {**GIVEN.get(name, {}), "language": language})


def _filled(address: str, given: dict[str, str]) -> str:
    return re.sub(r"<\w+:(\w+)>", lambda part: given.get(part[1], part[0]), address)
