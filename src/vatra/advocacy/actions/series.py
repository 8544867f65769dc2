"""Acts on series: beginning one, entering figures, correcting one."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from vatra.advocacy.models import Campaign, OutcomeSeries, SeriesPoint
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


class Figure(NamedTuple):
    """The figure of a month, named by its first day, and where it comes from."""

    month_on: date
    value: Decimal
    source: str


@atomic()
def begin_series(
    *, campaign: Campaign, name: Mapping[str, str], kept_by: str, by: Actor, municipality: str | None = None
) -> OutcomeSeries:
    """Begin to keep what a service counts month by month."""
    series = OutcomeSeries(campaign=campaign, name=name, kept_by=kept_by, municipality=municipality or None)
    well_formed(series)
    series.save()
    record("begin_series", by=by, chain=series.key, subject=series, facts={"campaign": campaign.key})
    return series


@atomic()
def enter_figures(*, series: OutcomeSeries, figures: Iterable[Figure], by: Actor) -> OutcomeSeries:
    """Enter the figures of months that have none yet."""
    points = [_point(series, figure, by) for figure in figures]
    SeriesPoint.objects.bulk_create(points)
    record("enter_figures", by=by, chain=series.key, subject=series, facts={"months": len(points)})
    return series


@atomic()
def correct_figure(*, point: SeriesPoint, value: Decimal, source: str, by: Actor) -> SeriesPoint:
    """Another figure takes the place of one that was wrong; both are kept."""
    correction = _point(point.series, Figure(point.month_on, value, source), by)
    correction.instead_of = point
    correction.save()
    record("correct_figure", by=by, chain=point.series.key, subject=correction, on=point.month_on)
    return correction


def _point(series: OutcomeSeries, figure: Figure, by: Actor) -> SeriesPoint:
    point = SeriesPoint(
        series=series,
        month_on=figure.month_on,
        value=figure.value,
        source=figure.source,
        entered_at=by.at,
        entered_by_id=by.somebody,
    )
    well_formed(point)
    return point
