"""Making, renewing and closing the address at which a person's calendar reads."""

from secrets import token_urlsafe

from vatra.access.models import User
from vatra.desk.calendar.feed import digest_of
from vatra.desk.models import CalendarFeed
from vatra.kernel.atomic import atomic
from vatra.kernel.ledger import Actor, record

# 256 bits: nobody finds an address by trying.
SECRET_BYTES = 32


@atomic()
def create_calendar_feed(*, user: User, by: Actor) -> str:
    """A new secret address for the person's calendar, told this one time; an older one opens nothing any more."""
    secret = token_urlsafe(SECRET_BYTES)
    CalendarFeed.objects.filter(user=user, revoked_at=None).update(revoked_at=by.at)
    feed = CalendarFeed.objects.create(user=user, digest=digest_of(secret), created_at=by.at)
    record("create_calendar_feed", by=by, chain=user.key, subject=feed)
    return secret


@atomic()
def revoke_calendar_feed(*, user: User, by: Actor) -> None:
    """The address opens nothing any more."""
    CalendarFeed.objects.filter(user=user, revoked_at=None).update(revoked_at=by.at)
    record("revoke_calendar_feed", by=by, chain=user.key, subject=user)
