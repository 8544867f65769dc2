"""From a locked plan and its data to figures: the same plan, data and seed give the same figures, always.

`method` changes whenever the computation does, so that an issued result says by which one it was made.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from vatra.advocacy.evaluation.calibrated import is_enough, judged
from vatra.advocacy.evaluation.counterfactual import expected
from vatra.advocacy.evaluation.permutation import compared
from vatra.advocacy.evaluation.segmented import Shape, design
from vatra.advocacy.evaluation.words import ONE_SERIES, Comparison, Part
from vatra.advocacy.numbers import Floats
from vatra.kernel.calendar_months import add_months
from vatra.kernel.privacy import FEWEST_SHOWN

METHOD = "2026-11"
FEWEST_ON_A_SIDE = 3
FLAT = 1e-9

Facts = Mapping[str, Any]
Figures = dict[str, Any]


def figures_of(plan: Facts, data: Facts, *, seed: int) -> Figures:
    """What the plan, as `plan.facts_of` writes it, gives on these data."""
    if plan["comparison"] in ONE_SERIES:
        return _one_series(plan, data["series"][0]["points"], seed=seed)
    if plan["comparison"] == Comparison.CONTROLLED:
        return _controlled(plan, data["series"], seed=seed)
    return _places(data["places"], seed=seed)


def _one_series(plan: Facts, points: Sequence[Sequence[Any]], *, seed: int) -> Figures:
    launch_on = _month(plan["launch_on"])
    out = {_month(each["month"]) for each in plan["left_out"]}
    values = {month: value for month, value in _values(points).items() if month not in out}
    before = [value for month, value in values.items() if month < launch_on]
    after = [value for month, value in values.items() if month >= launch_on]
    figures: Figures = {
        "before": len(before),
        "after": len(after),
        "mean_before": _mean(before),
        "mean_after": _mean(after),
        "expected": [],
        "judgement": None,
        "why_not": "" if is_enough(len(before), len(after)) else "few",
    }
    if not values:
        return figures
    months = _row(min(values), max(*values, launch_on))
    series = np.array([values.get(month, 0.0) for month in months])
    missing = [number for number, month in enumerate(months) if month not in values]
    launch = _number(launch_on, months[0])
    figures["expected"] = _expected(series, months, launch, missing)
    if np.ptp(list(values.values())) < FLAT:
        figures["why_not"] = figures["why_not"] or "flat"
    if not figures["why_not"]:
        figures["judgement"] = _judgement(plan, series, launch, missing, seed=seed)
    return figures


def _expected(series: Floats, months: list[date], launch: int, missing: list[int]) -> list[list[Any]]:
    if not 0 < launch < len(months):
        return []
    band = expected(series, launch=launch, left_out=missing)
    return [
        [month.isoformat(), each.value, each.low, each.high]
        for month, each in zip(months[launch:], band, strict=False)
    ]


def _judgement(plan: Facts, series: Floats, launch: int, missing: list[int], *, seed: int) -> Figures:
    shape = Shape(slope=plan["comparison"] == Comparison.LEVEL_AND_SLOPE, season=plan["has_season"])
    found = judged(design(shape, months=len(series), launch=launch, left_out=missing), series, seed=seed)
    effects = [{"change": each.change, "low": each.low, "high": each.high} for each in found.effects]
    return {"p": found.p, "memory": found.memory, "effects": effects}


def _controlled(plan: Facts, series: Sequence[Facts], *, seed: int) -> Figures:
    """The change of each series is the mean of its months after, less the mean of those before."""
    launch_on = _month(plan["launch_on"])
    out = {_month(each["month"]) for each in plan["left_out"]}
    changes: dict[str, list[float]] = {Part.OUTCOME: [], Part.CONTROL: []}
    too_short = 0
    for each in series:
        values = {month: value for month, value in _values(each["points"]).items() if month not in out}
        before = [value for month, value in values.items() if month < launch_on]
        after = [value for month, value in values.items() if month >= launch_on]
        if min(len(before), len(after)) < FEWEST_ON_A_SIDE:
            too_short += 1
        else:
            changes[each["part"]].append(sum(after) / len(after) - sum(before) / len(before))
    return {**_compared(changes[Part.OUTCOME], changes[Part.CONTROL], seed=seed), "set_aside": too_short}


def _places(places: Sequence[Facts], *, seed: int) -> Figures:
    """Municipalities in which fewer than five people answered in a wave are not compared."""
    told = [place for place in places if min(place["before"][0], place["after"][0]) >= FEWEST_SHOWN]
    changes = {
        side: [place["after"][1] - place["before"][1] for place in told if place["side"] == side]
        for side in ("with_it", "without")
    }
    found = _compared(changes["with_it"], changes["without"], seed=seed)
    return {**found, "set_aside": len(places) - len(told)}


def _compared(with_it: list[float], without: list[float], *, seed: int) -> Figures:
    sides: Figures = {"with_it": len(with_it), "without": len(without)}
    if not with_it or not without:
        return {**sides, "difference": None, "p": None, "why_not": "one_side"}
    found = compared(with_it, without, seed=seed)
    return {
        **sides,
        "change_with": _mean(with_it),
        "change_without": _mean(without),
        "difference": found.difference,
        "p": found.p,
        "low": found.low,
        "high": found.high,
        "choices": found.choices,
        "is_exact": found.is_exact,
        "why_not": "" if found.p is not None else "few_places",
    }


def _values(points: Sequence[Sequence[Any]]) -> dict[date, float]:
    return {_month(month): float(value) for month, value, *_source in points}


def _month(day: str) -> date:
    """The month of the launch counts as after it, on whatever day the campaign began."""
    return date.fromisoformat(day).replace(day=1)


def _row(first: date, last: date) -> list[date]:
    return [add_months(first, number) for number in range(_number(last, first) + 1)]


def _number(month: date, first: date) -> int:
    return (month.year - first.year) * 12 + month.month - first.month


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
