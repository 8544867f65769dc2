"""The texts that come with Vatra, loaded once into an installation; later editions of staff win."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from vatra.advocacy.actions.site import open_site_page, publish_edition, write_edition
from vatra.advocacy.models import SitePage
from vatra.advocacy.site.words import PageKind
from vatra.kernel import clock
from vatra.kernel.atomic import atomic
from vatra.kernel.in_languages import SITE_LANGUAGES, Wording, wording
from vatra.kernel.ledger import Actor

FOLDER = Path(__file__).parent / "texts"


class Text(NamedTuple):
    """A page as its file says it: the first heading, the first paragraph, the rest."""

    title: str
    summary: str
    body: str


class Arranged(NamedTuple):
    """A page that comes with Vatra, and where its link stands."""

    slug: str
    place: str
    position: int


@atomic()
def load_site() -> list[str]:
    """Write and publish every page that is not there yet; returns which. Doing it twice changes nothing."""
    known = set(SitePage.objects.values_list("slug", flat=True))
    missing = [page for page in arranged() if page.slug not in known]
    by = Actor(None, "", clock.now())
    for page in missing:
        _publish(page, by)
    return [page.slug for page in missing]


def arranged() -> list[Arranged]:
    """The pages that come with Vatra."""
    pages = tomllib.loads((FOLDER / "pages.toml").read_text(encoding="utf-8"))["page"]
    return [Arranged(**page) for page in pages]


def text_in(language: str, slug: str) -> Text:
    """What a page says in a language of the site."""
    file = FOLDER / language.partition("-")[0] / f"{slug}.md"
    title, summary, body = file.read_text(encoding="utf-8").strip().split("\n\n", 2)
    return Text(title.removeprefix("# "), summary, body)


def _publish(arranged_page: Arranged, by: Actor) -> None:
    texts = {code: text_in(code, arranged_page.slug) for code in SITE_LANGUAGES}
    page = open_site_page(kind=PageKind.STANDING, by=by, **arranged_page._asdict())
    edition = write_edition(
        page=page,
        title=_worded(texts, "title"),
        summary=_worded(texts, "summary"),
        body=_worded(texts, "body"),
        based_on=0,
        reasons={},
        by=by,
    )
    publish_edition(edition=edition, from_moment=by.at, reasons={}, by=by)


def _worded(texts: Mapping[str, Text], part: str) -> Wording:
    return wording({code: getattr(text, part) for code, text in texts.items()})
