"""Waves and evaluations ready to be read, from the figures that were told: the same for staff and for everybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from vatra.advocacy.drawing.series import Chart, drawn
from vatra.advocacy.drawing.shares import Item, drawn_items
from vatra.advocacy.evaluation.saying import Said, said_of
from vatra.advocacy.evaluation.words import ONE_SERIES, Comparison, Part
from vatra.advocacy.models import ResultPage
from vatra.kernel.in_languages import Wording
from vatra.kernel.privacy import FEWEST_SHOWN
from vatra.people.words import Municipality

PERCENT = 100
NOT_EXPECTED = (None, None, None)

Told = Mapping[str, Any]


@dataclass(frozen=True)
class MonthShown:
    """A month of the table below a chart; what was expected stands only from the launch on."""

    on: date
    value: float
    is_left_out: bool
    expected: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class SideShown:
    """One series or one municipality of a comparison."""

    name: str
    has_it: bool
    before: float | None
    after: float | None


@dataclass(frozen=True)
class EvaluationShown:
    """An evaluation on a page."""

    told: Told
    said: Said
    chart: Chart | None
    months: list[MonthShown]
    sides: list[SideShown]

    @property
    def comparison(self) -> str:
        """What was compared, in words."""
        return str(Comparison(self.told["plan"]["comparison"]).label)

    @property
    def launch_on(self) -> date:
        """The day of the launch."""
        return date.fromisoformat(self.told["plan"]["launch_on"])

    @property
    def locked_on(self) -> date:
        """The day on which the plan was fixed."""
        return date.fromisoformat(self.told["locked_on"])

    @property
    def left_out(self) -> list[tuple[date, str]]:
        """The months the plan leaves out, and why."""
        return [(date.fromisoformat(each["month"]), each["why"]) for each in self.told["plan"]["left_out"]]


@dataclass(frozen=True)
class WaveShown:
    """A wave on a page."""

    told: Told
    items: list[Item]

    @property
    def against(self) -> Wording | None:
        """The earlier wave it is compared with."""
        return Wording(self.told["against"]["name"]) if self.told["against"] else None

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day on which people were asked."""
        return date.fromisoformat(self.told["first_day"]), date.fromisoformat(self.told["last_day"])


def page_shown(page: ResultPage) -> WaveShown | EvaluationShown:
    """A page from its figures."""
    return wave_shown(page.figures) if page.wave_id else evaluation_shown(page.figures)


def wave_shown(told: Told) -> WaveShown:
    """A wave from what was told of it."""
    return WaveShown(told, drawn_items(told["items"]))


def evaluation_shown(told: Told) -> EvaluationShown:
    """An evaluation from what was told of it."""
    comparison, series = told["plan"]["comparison"], told["data"].get("series", ())
    months = _months(told, series[0]["points"]) if comparison in ONE_SERIES and series else []
    return EvaluationShown(
        told=told,
        said=said_of(comparison, told["figures"]),
        chart=_chart(told, months),
        months=months,
        sides=[
            *_places(told["data"].get("places", ())),
            *(_series(told) if comparison not in ONE_SERIES else ()),
        ],
    )


def _months(told: Told, points: Any) -> list[MonthShown]:
    expected = {each[0]: each[1:] for each in told["figures"]["expected"]}
    left_out = {each["month"] for each in told["plan"]["left_out"]}
    return [
        MonthShown(date.fromisoformat(month), value, month in left_out, *expected.get(month, NOT_EXPECTED))
        for month, value, *_source in points
    ]


def _chart(told: Told, months: list[MonthShown]) -> Chart | None:
    expected = [(date.fromisoformat(each[0]), *each[1:]) for each in told["figures"].get("expected", ())]
    launch_on = date.fromisoformat(told["plan"]["launch_on"]).replace(day=1)
    points = [(month.on, month.value) for month in months if not month.is_left_out]
    return drawn(points, launch_on=launch_on, expected=expected)


def _places(places: Any) -> list[SideShown]:
    """Shares out of a hundred; of places with too few answers nothing."""
    return [
        SideShown(
            str(Municipality(place["municipality"]).label),
            place["side"] == "with_it",
            *(_percent(place[when]) for when in ("before", "after")),
        )
        for place in places
    ]


def _percent(counted: Any) -> float | None:
    number, share = counted
    return share * PERCENT if share is not None and number >= FEWEST_SHOWN else None


def _series(told: Told) -> list[SideShown]:
    """The mean of the months before and after; months left out are not in it."""
    left_out = {each["month"] for each in told["plan"]["left_out"]}
    launch_on = date.fromisoformat(told["plan"]["launch_on"]).replace(day=1).isoformat()
    return [
        SideShown(
            str(Wording(each["name"])),
            each["part"] == Part.OUTCOME,
            _mean([value for month, value, *_source in points if month < launch_on]),
            _mean([value for month, value, *_source in points if month >= launch_on]),
        )
        for each in told["data"].get("series", ())
        for points in [[point for point in each["points"] if point[0] not in left_out]]
    ]


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
