"""Acts of evaluating: writing a plan, fixing it, and issuing what came of it."""

from collections.abc import Iterable
from typing import Any

from vatra.advocacy.evaluation.gathered import gathered
from vatra.advocacy.evaluation.plan import (
    began_already,
    digest_of,
    facts_of,
    is_unfinished,
    not_fixed,
    seed_of,
)
from vatra.advocacy.evaluation.results import METHOD, figures_of
from vatra.advocacy.evaluation.words import Part
from vatra.advocacy.models import Campaign, EvaluationPlan, EvaluationResult, OutcomeSeries, PlannedSeries
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@atomic()
def write_plan(
    *,
    campaign: Campaign,
    with_series: Iterable[OutcomeSeries],
    without_series: Iterable[OutcomeSeries],
    by: Actor,
    **said: Any,
) -> EvaluationPlan:
    """Write down how we shall tell whether the campaign worked; until it is locked it may still be changed."""
    plan = EvaluationPlan(campaign=campaign, **said)
    well_formed(plan)
    plan.save()
    _choose(plan, with_series, without_series)
    facts = {"campaign": campaign.key, "comparison": plan.comparison}
    record("write_plan", by=by, chain=plan.key, subject=plan, on=plan.launch_on, facts=facts)
    return plan


@atomic()
def change_plan(
    *,
    plan: EvaluationPlan,
    with_series: Iterable[OutcomeSeries],
    without_series: Iterable[OutcomeSeries],
    by: Actor,
    **said: Any,
) -> EvaluationPlan:
    """Change a plan that is not locked yet."""
    for name, value in said.items():
        setattr(plan, name, value)
    well_formed(plan)
    plan.save()
    plan.series.all().delete()
    _choose(plan, with_series, without_series)
    record("change_plan", by=by, chain=plan.key, subject=plan, on=plan.launch_on)
    return plan


@atomic()
def lock_plan(*, plan: EvaluationPlan, by: Actor) -> EvaluationPlan:
    """Fix the plan before anybody can see what the campaign does; its digest proves that nothing was changed since."""
    days = {"campaign_first_day": plan.campaign.first_day, "launch_on": plan.launch_on}
    heed([*is_unfinished(plan), *began_already(by.today, **days)], {})
    _fix(plan, by, is_exploratory=False)
    record("lock_plan", by=by, chain=plan.key, subject=plan, facts={"digest": plan.digest})
    return plan


@atomic()
def keep_as_exploratory(*, plan: EvaluationPlan, by: Actor) -> EvaluationPlan:
    """Fix a plan that was written too late: what it finds is a hint, and every page about it says so."""
    heed(is_unfinished(plan), {})
    _fix(plan, by, is_exploratory=True)
    record("keep_as_exploratory", by=by, chain=plan.key, subject=plan, facts={"digest": plan.digest})
    return plan


@atomic()
def evaluate(*, plan: EvaluationPlan, by: Actor) -> EvaluationResult:
    """Compute what the locked plan gives on the data of today, and issue it with the data and the seed."""
    heed(not_fixed(plan), {})
    facts, data, seed = facts_of(plan), gathered(plan), seed_of(plan.digest)
    result = EvaluationResult(
        plan=plan,
        plan_digest=plan.digest,
        method=METHOD,
        seed=seed,
        data=data,
        figures=figures_of(facts, data, seed=seed),
        issued_at=by.at,
        issued_by_id=by.somebody,
    )
    result.save()
    record("evaluate", by=by, chain=plan.key, subject=result, facts={"digest": plan.digest, "method": METHOD})
    return result


def _fix(plan: EvaluationPlan, by: Actor, *, is_exploratory: bool) -> None:
    plan.digest, plan.is_exploratory = digest_of(plan), is_exploratory
    plan.locked_at, plan.locked_by_id = by.at, by.somebody
    plan.save(update_fields=["digest", "is_exploratory", "locked_at", "locked_by"])


def _choose(
    plan: EvaluationPlan, with_series: Iterable[OutcomeSeries], without_series: Iterable[OutcomeSeries]
) -> None:
    sides = ((Part.OUTCOME, with_series), (Part.CONTROL, without_series))
    PlannedSeries.objects.bulk_create(
        PlannedSeries(plan=plan, series=series, part=part) for part, chosen in sides for series in chosen
    )
