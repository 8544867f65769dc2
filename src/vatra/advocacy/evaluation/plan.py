"""What a plan says, written so that the same plan always has the same digest; and what stands against locking it."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext_lazy as _

from vatra.advocacy.evaluation.words import ONE_SERIES, Comparison, Part
from vatra.advocacy.models import EvaluationPlan
from vatra.kernel.concern import Concern, Severity
from vatra.kernel.ledger.canonical import canonical

LEAST_ON_A_SIDE = 1


def facts_of(plan: EvaluationPlan) -> dict[str, Any]:
    """Everything that decides what the evaluation does, as canonical JSON takes it (RFC 8785)."""
    series = plan.series.select_related("series").order_by("part", "series_id")
    return {
        "plan": str(plan.key),
        "campaign": str(plan.campaign.key),
        "title": dict(plan.title),
        "outcome": plan.outcome,
        "data_source": plan.data_source,
        "comparison": str(plan.comparison),
        "launch_on": plan.launch_on.isoformat(),
        "has_season": plan.has_season,
        "left_out": [{"month": each["month"], "why": each["why"]} for each in plan.left_out],
        "series": [{"series": str(each.series.key), "part": str(each.part)} for each in series],
        "baseline": str(plan.baseline.key) if plan.baseline else None,
        "endline": str(plan.endline.key) if plan.endline else None,
        "question": [plan.question.item.code, plan.question.number] if plan.question else None,
        "answer": plan.answer,
        "with_it": sorted(plan.with_it),
        "without": sorted(plan.without),
    }


def digest_of(plan: EvaluationPlan) -> str:
    """SHA-256 over the canonical JSON of the plan."""
    return sha256(canonical(facts_of(plan))).hexdigest()


def seed_of(digest: str) -> int:
    """The seed of every random draw of an evaluation: part of the digest, so that nobody can look for a lucky one."""
    return int(digest[:12], 16)


def began_already(today: date, *, campaign_first_day: date, launch_on: date) -> Iterator[Concern]:
    """A plan binds only if nobody could yet see what the campaign does."""
    if today >= min(campaign_first_day, launch_on):
        sentence = _(
            "The campaign has begun: a plan is locked before its first day. Keep this one as exploratory."
        )
        yield Concern("plan-after-launch", Severity.BLOCK, sentence)


def not_fixed(plan: EvaluationPlan) -> Iterator[Concern]:
    """What may still be changed cannot be judged."""
    if not plan.is_locked:
        sentence = _("Lock the plan before you evaluate.")
        yield Concern("plan-not-locked", Severity.BLOCK, sentence)


def is_unfinished(plan: EvaluationPlan) -> Iterator[Concern]:
    """A comparison needs something on each of its sides."""
    parts = list(plan.series.values_list("part", flat=True))
    with_it, without = parts.count(Part.OUTCOME), parts.count(Part.CONTROL)
    if plan.comparison == Comparison.PLACES:
        with_it, without = len(plan.with_it), len(plan.without)
    if plan.comparison in ONE_SERIES and (with_it, without) != (1, 0):
        sentence = _("Choose the one series that is looked at.")
        yield Concern("plan-without-its-series", Severity.BLOCK, sentence)
    if plan.comparison not in ONE_SERIES and min(with_it, without) < LEAST_ON_A_SIDE:
        sentence = _("Choose what the campaign reaches and what it does not reach, at least one of each.")
        yield Concern("plan-with-one-side", Severity.BLOCK, sentence)
    if plan.comparison == Comparison.PLACES and not _asks_the_same(plan):
        sentence = _("Both waves must ask the question in the same words.")
        yield Concern("plan-of-other-words", Severity.BLOCK, sentence)


def _asks_the_same(plan: EvaluationPlan) -> bool:
    waves = [wave for wave in (plan.baseline, plan.endline) if wave is not None]
    return len(waves) == 2 and all(wave.items.filter(version=plan.question_id).exists() for wave in waves)
