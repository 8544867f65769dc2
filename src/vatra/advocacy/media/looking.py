"""Looking into the feeds: what is new waits for somebody; nobody has to remember what was seen."""

import logging

from vatra.advocacy.media.feeds import told_in
from vatra.advocacy.media.fetching import NotFetched, Way, fetch, public_way
from vatra.advocacy.media.web_address import canonical
from vatra.advocacy.models import Clipping, FeedSource, Suggestion
from vatra.kernel import clock
from vatra.kernel.atomic import atomic

log = logging.getLogger(__name__)


def look_into_feeds(*, way: Way = public_way) -> int:
    """Read every feed that is read today; how many suggestions are new."""
    return sum(
        look_into(source, way=way) for source in FeedSource.objects.read_on(clock.today()).order_by("pk")
    )


def look_into(source: FeedSource, *, way: Way = public_way) -> int:
    """Read one feed; one that cannot be read says why in the list and does not hold up the others."""
    try:
        fetched = fetch(source.address, etag=source.etag, last_modified=source.last_modified, way=way)
    except NotFetched as error:
        log.warning("Feed %s was not read: %s.", source.pk, error)
        FeedSource.objects.filter(pk=source.pk).update(read_at=clock.now(), trouble=str(error))
        return 0
    with atomic():
        new = 0 if fetched.body is None else _suggest(source, fetched.body)
        FeedSource.objects.filter(pk=source.pk).update(
            read_at=clock.now(), trouble="", etag=fetched.etag, last_modified=fetched.last_modified
        )
    return new


def _suggest(source: FeedSource, feed: bytes) -> int:
    told = {canonical(each.address): each for each in told_in(feed, source.keywords)}
    known = {
        *Clipping.objects.filter(canonical_address__in=told).values_list("canonical_address", flat=True),
        *Suggestion.objects.filter(canonical_address__in=told).values_list("canonical_address", flat=True),
    }
    new = [
        Suggestion(
            source=source,
            address=each.address,
            canonical_address=address,
            title=each.title,
            published_on=each.published_on,
            excerpt=each.excerpt,
            found_at=clock.now(),
        )
        for address, each in told.items()
        if address not in known
    ]
    Suggestion.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)
