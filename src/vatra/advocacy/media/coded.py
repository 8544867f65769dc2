"""The clippings two people have coded, as they stand in the database."""

from collections.abc import Iterator
from datetime import date

from vatra.advocacy.media.codes import CODERS, Coded, Codes
from vatra.advocacy.models import Campaign, Clipping


def coded_clippings(campaign: Campaign | None = None) -> list[tuple[Clipping, Coded]]:
    """Clippings with both codings, the newest first; of one campaign, or of all."""
    listed = Clipping.objects.latest_first().prefetch_related("codings", "adjudication")
    if campaign:
        listed = listed.filter(campaign=campaign)
    return [(clipping, coded) for clipping in listed if (coded := coded_as(clipping))]


def codes_that_hold(campaign: Campaign) -> Iterator[tuple[date, Codes | None]]:
    """Each clipping of a campaign with its day and the answers that count; None where two people have not agreed yet."""
    listed = Clipping.objects.filter(campaign=campaign).prefetch_related("codings", "adjudication")
    for clipping in listed.order_by("published_on", "pk"):
        coded = coded_as(clipping)
        yield clipping.published_on, coded.holds if coded else None


def coded_as(clipping: Clipping) -> Coded | None:
    """How two people coded a clipping; None while only one has, or nobody."""
    codings = sorted(clipping.codings.all(), key=lambda coding: coding.turn)
    if len(codings) < CODERS:
        return None
    settled = getattr(clipping, "adjudication", None)
    return Coded(clipping.pk, codings[0].codes, codings[1].codes, settled.codes if settled else None)
