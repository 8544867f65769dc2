"""What everybody may be told of a wave or an evaluation, and what stands against telling it."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from vatra.advocacy.awareness.changes import with_changes
from vatra.advocacy.awareness.tables import answers_of
from vatra.advocacy.awareness.taking_over import versions_of
from vatra.advocacy.awareness.told import Told, told
from vatra.advocacy.evaluation.plan import facts_of
from vatra.advocacy.models import EvaluationResult, SurveyWave
from vatra.kernel.clock import local_day
from vatra.kernel.concern import Concern, Severity
from vatra.kernel.privacy import FEWEST_SHOWN

Figures = dict[str, Any]


def items_of(wave: SurveyWave) -> list[Told]:
    """The questions of a wave as they may be told, in their order."""
    answers = answers_of(wave)
    found = (told(version, answers) for version in versions_of(wave).values())
    return [item for item in found if item is not None]


def figures_of_wave(wave: SurveyWave, against: SurveyWave | None) -> Figures:
    """A wave, and what changed since an earlier one where there is one to compare with."""
    items = items_of(wave)
    number = wave.respondents.count()
    return {
        "answers": number if number >= FEWEST_SHOWN else None,
        "mode": str(wave.mode),
        "is_sample": wave.strata.exists(),
        "first_day": wave.first_day.isoformat(),
        "last_day": wave.last_day.isoformat(),
        "against": {"name": dict(against.name)} if against else None,
        "items": with_changes(items_of(against), items) if against else items,
    }


def figures_of_evaluation(result: EvaluationResult) -> Figures:
    """An evaluation with its plan; single months only where none of them is so small that it could point at somebody."""
    series = result.data.get("series", ())
    if any(0 < point[1] < FEWEST_SHOWN for each in series for point in each["points"]):
        told = everything_of_evaluation(result)
        return {**told, "has_small_months": True, "data": {}, "figures": {**told["figures"], "expected": []}}
    # Of places only what they show together.
    return everything_of_evaluation(result) | {"data": {"series": list(series)}}


def everything_of_evaluation(result: EvaluationResult) -> Figures:
    """An evaluation with its plan and all its data, for staff."""
    assert result.plan.locked_at is not None
    return {
        "plan": facts_of(result.plan),
        "digest": result.plan_digest,
        "locked_on": local_day(result.plan.locked_at).isoformat(),
        "is_exploratory": result.plan.is_exploratory,
        "seed": result.seed,
        "method": result.method,
        "issued_on": local_day(result.issued_at).isoformat(),
        "figures": result.figures,
        "has_small_months": False,
        "data": result.data,
    }


def may_be_told(wave: SurveyWave, against: SurveyWave | None) -> Iterator[Concern]:
    """Figures that could still change, or of two surveys, are not told."""
    if wave.closed_at is None or (against and against.closed_at is None):
        sentence = _("Close the wave first: answers may still come.")
        yield Concern("wave-not-closed", Severity.BLOCK, sentence)
    if against and against.survey_id != wave.survey_id:
        sentence = _("Only waves of one survey are compared.")
        yield Concern("wave-of-another-survey", Severity.BLOCK, sentence)


def somebody_else(wrote: int, releases: int) -> Iterator[Concern]:
    """Two people answer for what everybody reads."""
    if wrote == releases:
        sentence = _("Somebody else than who wrote the page releases it.")
        yield Concern("release-by-writer", Severity.BLOCK, sentence)
