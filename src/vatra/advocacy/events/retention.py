"""Which registrations are to be forgotten, and from which moment."""

from datetime import date, datetime

from django.db.models import Q

from vatra.advocacy.letters.retention import CONFIRM_WITHIN
from vatra.advocacy.models import Registration
from vatra.advocacy.models.occasions import Registrations
from vatra.kernel.last_contact import forgotten_before


def unconfirmed_too_long(now: datetime) -> Registrations:
    """Registrations that were not confirmed in time, or before the event began, of people who are still known."""
    over = Q(registered_at__lte=now - CONFIRM_WITHIN) | Q(occasion__starts_at__lte=now)
    return Registration.objects.filter(over, confirmed_at=None, erased_at=None)


def past_their_day(today: date) -> Registrations:
    """Guests of events that ended two years ago, unless one of us has written them down since."""
    moment = forgotten_before(today)
    return Registration.objects.filter(
        confirmed_at__isnull=False, erased_at=None, occasion__ends_at__lt=moment, registered_at__lt=moment
    )
