"""The networks most signatures of a sheet came from: where machines are, one of them stands out."""

from datetime import date

from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils.translation import ngettext

from vatra.advocacy.models import SigningSheet
from vatra.kernel.clock import LOCAL
from vatra.kernel.days_in_words import in_words

SHOWN = 12
FEWEST = 5


def busiest_networks(sheet: SigningSheet) -> list[tuple[str, str]]:
    """The digests of networks with many signatures on one day, each with words for a list to choose from."""
    of_days = sheet.signatures.annotate(day=TruncDate("signed_at", tzinfo=LOCAL)).order_by()
    found = of_days.values_list("network", "day").annotate(number=Count("pk")).filter(number__gte=FEWEST)
    return [
        (bytes(network).hex(), _said(bytes(network), day, number))
        for network, day, number in found.order_by("-number", "network")[:SHOWN]
    ]


def _said(network: bytes, day: date, number: int) -> str:
    given = {"network": network.hex()[:6], "day": in_words(day), "count": number}
    return (
        ngettext(
            "%(network)s: %(count)d signature on %(day)s",
            "%(network)s: %(count)d signatures on %(day)s",
            number,
        )
        % given
    )
