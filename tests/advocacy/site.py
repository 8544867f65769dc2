"""Pages of the public site with quiet defaults."""

from datetime import datetime

from tests.builders import another, at
from vatra.access.models import Receiving, SentIn, Unit
from vatra.advocacy.actions.site import open_site_page, publish_edition, write_edition
from vatra.advocacy.models import SiteEdition, SitePage
from vatra.advocacy.site.words import PageKind
from vatra.kernel.in_languages import wording
from vatra.kernel.ledger import Actor

NOBODY = Actor(None, "", at())
EVERYWHERE = {"sq": "Shtëpia", "sr-latn": "Dom", "en": "Home"}


def a_page(slug: str = "", *, kind: PageKind = PageKind.STANDING, by: Actor = NOBODY) -> SitePage:
    """A page without an edition."""
    news_on = by.today if kind == PageKind.NEWS else None
    return open_site_page(slug=slug or f"page-{another()}", kind=kind, news_on=news_on, by=by)


def an_edition(page: SitePage | None = None, *, by: Actor = NOBODY, **said: str) -> SiteEdition:
    """A written edition in all three languages, not published; `said` are other words for its body."""
    page = page or a_page(by=by)
    words = {code.replace("_", "-"): text for code, text in said.items()} or EVERYWHERE
    return write_edition(
        page=page,
        title=wording({code: f"{text} {page.editions.count()}" for code, text in words.items()}),
        summary=wording({}),
        body=wording(words),
        based_on=page.editions.count(),
        reasons={},
        by=by,
    )


def published(edition: SiteEdition, *, at_moment: datetime | None = None, by: Actor = NOBODY) -> SiteEdition:
    """The edition, shown from a moment on."""
    moment = at_moment or by.at
    reasons = {"site-missing": "It will be translated next week."}
    return publish_edition(edition=edition, from_moment=moment, reasons=reasons, by=by)


def news(slug: str = "", *, by: Actor = NOBODY, **said: str) -> SiteEdition:
    """A piece of news that visitors read."""
    return published(an_edition(a_page(slug, kind=PageKind.NEWS, by=by), by=by, **said), by=by)


def received_by(unit: Unit, what: SentIn, municipality: str = "") -> Receiving:
    """The unit receives this, since long ago."""
    return Receiving.objects.create(unit=unit, what=what, municipality=municipality, first_day=unit.first_day)
