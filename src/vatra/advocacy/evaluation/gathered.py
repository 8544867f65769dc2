"""The data that a plan looks at, as they stand on the day of an evaluation, written so that they can be kept."""

from collections import defaultdict
from typing import Any

from vatra.advocacy.awareness.words import CHOSEN
from vatra.advocacy.evaluation.words import Comparison
from vatra.advocacy.models import EvaluationPlan, Respondent, SeriesPoint, SurveyWave

Data = dict[str, Any]


def gathered(plan: EvaluationPlan) -> Data:
    """What `results.figures_of` computes from; numbers and days only, nothing about a person."""
    return _places(plan) if plan.comparison == Comparison.PLACES else _series(plan)


def _series(plan: EvaluationPlan) -> Data:
    planned = plan.series.select_related("series").order_by("part", "series_id")
    points = SeriesPoint.objects.filter(series__in=[each.series_id for each in planned]).standing()
    by_series: dict[int, list[list[object]]] = defaultdict(list)
    for point in points:
        by_series[point.series_id].append([point.month_on.isoformat(), float(point.value), point.source])
    return {
        "series": [
            {
                "series": str(each.series.key),
                "name": dict(each.series.name),
                "part": str(each.part),
                "points": by_series[each.series_id],
            }
            for each in planned
        ]
    }


def _places(plan: EvaluationPlan) -> Data:
    """For each municipality of the plan and each wave: how many answered, and their weighted mean or share."""
    assert plan.baseline is not None
    assert plan.endline is not None
    sides = {place: side for side in ("with_it", "without") for place in getattr(plan, side)}
    waves = {name: _means(plan, wave) for name, wave in (("before", plan.baseline), ("after", plan.endline))}
    return {
        "places": [
            {
                "municipality": place,
                "side": side,
                **{name: means.get(place, [0, None]) for name, means in waves.items()},
            }
            for place, side in sorted(sides.items())
        ]
    }


def _means(plan: EvaluationPlan, wave: SurveyWave) -> dict[str, list[float | int | None]]:
    assert plan.question is not None
    code = plan.question.item.code
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    asked = Respondent.objects.filter(wave=wave, point__municipality__isnull=False, answers__has_key=code)
    for place, weight, answers in asked.order_by("pk").values_list(
        "point__municipality", "weight", "answers"
    ):
        found[str(place)].append((float(weight), _value(plan, answers[code])))
    return {
        place: [len(rows), sum(w * y for w, y in rows) / sum(w for w, _y in rows)]
        for place, rows in found.items()
    }


def _value(plan: EvaluationPlan, answer: Any) -> float:
    """1 where the answer of the plan was given and 0 where not; of a number, the number."""
    if plan.question and plan.question.kind not in CHOSEN:
        return float(answer)
    given = answer if isinstance(answer, list) else [answer]
    return float(plan.answer in given)
