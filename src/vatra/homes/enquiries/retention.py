"""Who asked so long ago that they are to be forgotten."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Exists, OuterRef

from vatra.access.models import Unit
from vatra.homes.models import Enquiry, EnquiryStep
from vatra.homes.models.enquiry import Enquiries
from vatra.kernel.last_contact import forgotten_before


def past_their_day(today: date) -> Enquiries:
    """Enquiries about which nobody did anything for two years; those that led to a home are kept as the home is."""
    moment = forgotten_before(today)
    since = EnquiryStep.objects.filter(enquiry=OuterRef("pk"), written_at__gte=moment)
    long_ago = Enquiry.objects.known().filter(received_at__lt=moment, home=None)
    return long_ago.exclude(Exists(since))


def report(units: Iterable[Unit], today: date) -> list[tuple[Unit, int]]:
    """How many each of these units would erase; those with none are left out, and nothing is changed by looking."""
    kept = {unit.pk: unit for unit in units}
    due = past_their_day(today).filter(unit__in=kept)
    numbers = due.order_by("unit").values_list("unit").annotate(Count("pk"))
    return [(kept[unit], number) for unit, number in numbers]
