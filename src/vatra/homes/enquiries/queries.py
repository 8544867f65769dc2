"""Enquiries with what a page shows of them, read at once."""

from datetime import datetime

from django.db.models import Q

from vatra.access.doors import Held
from vatra.homes.models import Enquiry
from vatra.homes.models.enquiry import Enquiries
from vatra.homes.queries import units_kept_by

PAGE = 30


def enquiries_open_to(held: Held) -> Enquiries:
    """The enquiries that somebody answers: those of the units for which the person may write down homes."""
    return Enquiry.objects.filter(unit__in=[unit.pk for unit in units_kept_by(held)])


def enquiries_page(
    enquiries: Enquiries, *, after: tuple[datetime, int] | None
) -> tuple[list[Enquiry], Enquiry | None]:
    """One page, the newest first, and the last one shown where more follow. One query."""
    if after is not None:
        moment, number = after
        enquiries = enquiries.filter(Q(received_at__lt=moment) | Q(received_at=moment, pk__lt=number))
    listed = enquiries.with_state().select_related("unit").defer("reachable_at", "household", "question")
    found = list(listed.order_by("-received_at", "-pk")[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1] if len(found) > PAGE else None
