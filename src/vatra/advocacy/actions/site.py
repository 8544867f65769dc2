"""Acts on the texts of the public site: a page, its editions, what is shown from when."""

from collections.abc import Mapping
from datetime import date, datetime

from vatra.advocacy.models import SiteEdition, SitePage
from vatra.advocacy.site.editions import shown_of, state_of
from vatra.advocacy.site.rules import (
    before_calling_off,
    before_publishing,
    before_taking_down,
    nothing_changed,
    written_meanwhile,
)
from vatra.advocacy.site.words import PagePlace
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Actor, record

NOTHING: Mapping[str, str] = {}


@atomic()
def open_site_page(
    *,
    slug: str,
    kind: str,
    by: Actor,
    place: str = PagePlace.NOWHERE,
    position: int = 50,
    news_on: date | None = None,
) -> SitePage:
    """Give a page of the public site its address; nothing is shown there until an edition is published."""
    page = SitePage(slug=slug, kind=kind, place=place, position=position, news_on=news_on)
    well_formed(page)
    page.save()
    record("open_site_page", by=by, chain=page.key, subject=page, facts={"slug": slug, "kind": kind})
    return page


@atomic()
def write_edition(
    *,
    page: SitePage,
    title: Wording,
    summary: Wording,
    body: Wording,
    based_on: int,
    reasons: Mapping[str, str],
    by: Actor,
    copied_from: SiteEdition | None = None,
) -> SiteEdition:
    """Write a page anew; visitors read it once it is published.

    `based_on` is the edition the writer saw, 0 for none: where another followed meanwhile, a reason is asked for.
    """
    newest = page.editions.select_related("written_by").order_by("edition").last()
    written = (title, summary, body)
    is_same = newest is not None and (newest.title, newest.summary, newest.body) == written
    number = newest.edition if newest else 0
    author = newest.written_by.full_name if newest and newest.written_by else "Vatra"
    meanwhile = written_meanwhile(based_on=based_on, newest=number, by_whom=author)
    kept = heed([*nothing_changed(is_same=is_same), *meanwhile], reasons)
    edition = SiteEdition(
        page=page,
        edition=number + 1,
        title=title,
        summary=summary,
        body=body,
        written_at=by.at,
        written_by_id=by.user_id,
        copied_from=copied_from,
    )
    well_formed(edition)
    edition.save()
    facts = {"edition": edition.edition, "copied_from": copied_from.edition if copied_from else None}
    why = "\n".join(kept.values())
    record("write_edition", by=by, chain=page.key, subject=edition, why=why, facts=facts)
    return edition


@atomic()
def publish_edition(
    *, edition: SiteEdition, from_moment: datetime, reasons: Mapping[str, str], by: Actor
) -> SiteEdition:
    """From this moment visitors read this edition; nothing runs then, the moment itself decides."""
    state = state_of(edition, None, by.at)
    concerns = before_publishing(state, from_moment=from_moment, now=by.at, missing=edition.missing)
    kept = heed(concerns, reasons)
    edition.shown_from_at, edition.published_at, edition.published_by_id = from_moment, by.at, by.user_id
    edition.save(update_fields=["shown_from_at", "published_at", "published_by"])
    facts = {"edition": edition.edition, "shown_from_at": from_moment.isoformat()}
    why = "\n".join(kept.values())
    record("publish_edition", by=by, chain=edition.page.key, subject=edition, why=why, facts=facts)
    return edition


@atomic()
def call_off_edition(*, edition: SiteEdition, by: Actor) -> SiteEdition:
    """An edition that was to be shown later will not be."""
    heed(before_calling_off(state_of(edition, None, by.at)), NOTHING)
    edition.called_off_at = by.at
    edition.save(update_fields=["called_off_at"])
    facts = {"edition": edition.edition}
    record("call_off_edition", by=by, chain=edition.page.key, subject=edition, facts=facts)
    return edition


@atomic()
def take_page_down(*, page: SitePage, why: str, by: Actor) -> SitePage:
    """Visitors no longer read the page until an edition is published again; those that wait for their moment are called off."""
    shown = shown_of(page, page.editions.all(), by.at)
    heed(before_taking_down(is_shown=shown is not None), NOTHING)
    page.taken_down_at = by.at
    page.save(update_fields=["taken_down_at"])
    # What waits for its moment would bring the page back by itself.
    waiting = page.editions.published().filter(shown_from_at__gt=by.at)
    facts = {"called_off": list(waiting.order_by("edition").values_list("edition", flat=True))}
    waiting.update(called_off_at=by.at)
    record("take_page_down", by=by, chain=page.key, subject=page, why=why, facts=facts)
    return page


@atomic()
def arrange_page(*, page: SitePage, place: str, position: int, by: Actor) -> SitePage:
    """Say where among the links of the site the page stands."""
    page.place, page.position = place, position
    well_formed(page)
    page.save(update_fields=["place", "position"])
    record("arrange_page", by=by, chain=page.key, subject=page, facts={"place": place, "position": position})
    return page
