"""Acts on media: outlets, feeds, messages, and keeping what was found."""

from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from vatra.advocacy.media.web_address import canonical
from vatra.advocacy.models import Campaign, Clipping, FeedSource, KeyMessage, Outlet, Suggestion
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Actor, record

MEDIA: UUID = uuid5(NAMESPACE_URL, "vatra:media")
"""The chain of everything about media that belongs to no single campaign."""


@dataclass(frozen=True)
class Found:
    """An article as somebody wrote it down."""

    outlet: Outlet
    address: str
    title: str
    published_on: date
    language: str
    excerpt: str = ""
    campaign: Campaign | None = None


@atomic()
def add_outlet(*, name: str, kind: str, language: str, reach: str, by: Actor) -> Outlet:
    """Write down a newspaper, a station or a news site."""
    outlet = Outlet(name=name, kind=kind, language=language, reach=reach)
    well_formed(outlet)
    outlet.save()
    record("add_outlet", by=by, chain=MEDIA, subject=outlet)
    return outlet


@atomic()
def set_message(*, campaign: Campaign, wording: Wording, first_day: date, by: Actor) -> KeyMessage:
    """From this day the campaign wants people to hear this."""
    message = KeyMessage(campaign=campaign, wording=wording, first_day=first_day)
    well_formed(message)
    message.save()
    record("set_message", by=by, chain=campaign.key, subject=message, on=first_day)
    return message


@atomic()
def follow_feed(
    *, outlet: Outlet, address: str, keywords: list[str], first_day: date, by: Actor
) -> FeedSource:
    """Look into a feed from this day for articles with one of these words."""
    source = FeedSource(outlet=outlet, address=address, keywords=keywords, first_day=first_day)
    well_formed(source)
    source.save()
    record("follow_feed", by=by, chain=MEDIA, subject=source, on=first_day)
    return source


@atomic()
def stop_following(*, source: FeedSource, last_day: date, by: Actor) -> FeedSource:
    """Look into a feed until this day and not longer."""
    source.last_day = last_day
    well_formed(source)
    source.save(update_fields=["last_day"])
    record("stop_following", by=by, chain=MEDIA, subject=source, on=last_day)
    return source


@atomic()
def keep_clipping(*, found: Found, by: Actor, suggestion: Suggestion | None = None) -> Clipping:
    """Keep an article once; taken from a suggestion, that is answered."""
    clipping = Clipping(
        canonical_address=canonical(found.address), kept_at=by.at, kept_by_id=by.somebody, **vars(found)
    )
    well_formed(clipping)
    clipping.save()
    if suggestion:
        suggestion.clipping = clipping
        suggestion.save(update_fields=["clipping"])
    record("keep_clipping", by=by, chain=MEDIA, subject=clipping, on=found.published_on)
    return clipping


@atomic()
def dismiss_suggestion(*, suggestion: Suggestion, by: Actor) -> Suggestion:
    """The article is about something else."""
    suggestion.dismissed_at, suggestion.dismissed_by_id = by.at, by.somebody
    suggestion.save(update_fields=["dismissed_at", "dismissed_by"])
    record("dismiss_suggestion", by=by, chain=MEDIA, subject=suggestion)
    return suggestion
