"""A file of answers, row by row: what is used, and what is set aside and why.

The first row names the columns: stratum, point, weight, language, day, and the short names of the questions.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from io import StringIO

from vatra.advocacy.awareness.items import Answer, DoesNotFit, fitting_all, written
from vatra.advocacy.awareness.words import NotTakenOver
from vatra.advocacy.models import ItemVersion, SamplingPoint, SurveyWave

STRATUM, POINT, WEIGHT, LANGUAGE, DAY = "stratum", "point", "weight", "language", "day"
MOST_WEIGHT = Decimal(10_000_000)
AS_KEPT = Decimal("0.0001")
"""What is smaller is no weight."""


@dataclass(frozen=True)
class Used:
    """A row that becomes somebody's answers."""

    point: SamplingPoint | None
    weight: Decimal
    language: str
    answered_on: date
    answers: dict[str, Answer]


@dataclass(frozen=True)
class SetAside:
    """A row that does not, why, and because of which column."""

    line: int
    raw: dict[str, str]
    reason: NotTakenOver
    column: str


class NotUsed(ValueError):  # noqa: N818 - it reads as what becomes of the row
    """A row cannot be used, for this reason and because of this column."""

    def __init__(self, reason: NotTakenOver, column: str = "") -> None:
        super().__init__(reason, column)
        self.reason, self.column = reason, column


@dataclass(frozen=True)
class Frame:
    """What rows are read against: the wave, its questions by short name, and its points by stratum and short name."""

    wave: SurveyWave
    versions: Mapping[str, ItemVersion]
    points: Mapping[tuple[str, str], SamplingPoint]

    @classmethod
    def of(cls, wave: SurveyWave) -> "Frame":
        """The frame of a wave."""
        points = SamplingPoint.objects.filter(stratum__wave=wave).select_related("stratum")
        return cls(wave, versions_of(wave), {(point.stratum.code, point.code): point for point in points})


def versions_of(wave: SurveyWave) -> dict[str, ItemVersion]:
    """The questions of a wave in their order, by their short names."""
    items = wave.items.select_related("version__item").order_by("position")
    return {each.version.item.code: each.version for each in items}


def rows_of(text: str, frame: Frame) -> Iterator[Used | SetAside]:
    """Every row of the file, in its order."""
    start = text.split("\n", 1)[0]
    reader = csv.DictReader(StringIO(text), delimiter=";" if start.count(";") > start.count(",") else ",")
    for raw in reader:
        cells = {name: cell or "" for name, cell in raw.items() if name is not None}
        if None in raw:
            yield SetAside(reader.line_num, cells, NotTakenOver.COLUMNS, "")
            continue
        try:
            yield _used({name.strip(): cell.strip() for name, cell in cells.items()}, frame)
        except NotUsed as refused:
            yield SetAside(reader.line_num, cells, refused.reason, refused.column)


def _used(cells: Mapping[str, str], frame: Frame) -> Used:
    return Used(
        point=_point(cells, frame),
        weight=_weight(cells.get(WEIGHT, "")),
        language=_language(cells.get(LANGUAGE, ""), frame.wave),
        answered_on=_day(cells.get(DAY, ""), frame.wave),
        answers=_answers(cells, frame.versions),
    )


def _point(cells: Mapping[str, str], frame: Frame) -> SamplingPoint | None:
    stratum, code = cells.get(STRATUM, ""), cells.get(POINT, "")
    if not frame.points and not stratum:
        return None
    if stratum not in {known for known, _code in frame.points}:
        raise NotUsed(NotTakenOver.STRATUM, STRATUM)
    if (stratum, code) not in frame.points:
        raise NotUsed(NotTakenOver.POINT, POINT)
    return frame.points[stratum, code]


def _weight(cell: str) -> Decimal:
    try:
        weight = Decimal(cell.replace(",", ".") or 1).quantize(AS_KEPT)
    except InvalidOperation:
        weight = Decimal(0)
    if not (weight.is_finite() and 0 < weight < MOST_WEIGHT):
        raise NotUsed(NotTakenOver.WEIGHT, WEIGHT)
    return weight


def _language(cell: str, wave: SurveyWave) -> str:
    language = cell or wave.languages[0]
    if language not in wave.languages:
        raise NotUsed(NotTakenOver.LANGUAGE, LANGUAGE)
    return language


def _day(cell: str, wave: SurveyWave) -> date:
    try:
        day = date.fromisoformat(cell) if cell else wave.first_day
    except ValueError:
        raise NotUsed(NotTakenOver.DAY, DAY) from None
    if not wave.first_day <= day <= wave.last_day:
        raise NotUsed(NotTakenOver.DAY, DAY)
    return day


def _answers(cells: Mapping[str, str], versions: Mapping[str, ItemVersion]) -> dict[str, Answer]:
    try:
        given = {code: written(version, cells[code]) for code, version in versions.items() if cells.get(code)}
        answers = fitting_all(versions, given)
    except DoesNotFit as wrong:
        raise NotUsed(NotTakenOver.ANSWER, str(wrong)) from None
    if not answers:
        raise NotUsed(NotTakenOver.NOTHING)
    return answers
