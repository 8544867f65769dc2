"""A plan is fixed before the campaign begins, proves it by its digest, and gives the same result every time."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import numpy as np
import pytest
from django.db import IntegrityError, transaction

from tests.advocacy.known import (
    LAUNCH,
    a_campaign,
    a_plan,
    a_series,
    a_survey,
    a_wave,
    an_exploratory_plan,
    answers,
    officer,
    versions_in,
)
from tests.builders import TODAY
from vatra.advocacy.actions.evaluation import change_plan, evaluate, lock_plan
from vatra.advocacy.actions.series import Figure, correct_figure, enter_figures
from vatra.advocacy.evaluation.lines import figures_in, left_out_in
from vatra.advocacy.evaluation.plan import digest_of, facts_of, seed_of
from vatra.advocacy.evaluation.results import figures_of
from vatra.advocacy.models import Campaign, EvaluationPlan, EvaluationResult, PlannedSeries, SeriesPoint
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db

LATER = date(2029, 1, 1)


def _months(number: int, *, usual: float = 20, lift: float = 0, since: int = 24) -> list[float]:
    chance = np.random.default_rng(number)
    return [round(usual + lift * (month >= since) + chance.normal(0, 2), 2) for month in range(number)]


def test_a_locked_plan_has_the_digest_of_what_it_says() -> None:
    campaign = a_campaign()
    plan = a_plan(campaign, a_series(campaign, _months(4)))
    assert (plan.digest, len(plan.digest), plan.is_exploratory) == (digest_of(plan), 64, False)
    event = Event.objects.filter(chain=plan.key).latest("pk")
    assert (event.act, event.facts) == ("lock_plan", {"digest": plan.digest})


@pytest.mark.parametrize(
    ("field", "value"), [("outcome", "Something else"), ("launch_on", date(2026, 5, 1)), ("has_season", True)]
)
def test_any_other_plan_has_another_digest(field: str, value: object) -> None:
    campaign = a_campaign()
    plan = a_plan(campaign, a_series(campaign, _months(4)))
    setattr(plan, field, value)
    assert digest_of(plan) != plan.digest


@pytest.mark.parametrize("day", [LAUNCH, LAUNCH + timedelta(days=400)])
def test_nobody_locks_a_plan_once_the_campaign_has_begun(day: date) -> None:
    campaign = a_campaign()
    plan = a_plan(campaign, a_series(campaign, _months(4)), is_locked=False)
    with pytest.raises(Refused) as refused:
        lock_plan(plan=plan, by=officer(day))
    assert [concern.code for concern in refused.value.concerns] == ["plan-after-launch"]


def test_the_schema_itself_refuses_a_plan_that_pretends_to_be_older() -> None:
    campaign = a_campaign(first_day=TODAY)
    plan = a_plan(campaign, a_series(campaign, _months(4)), is_locked=False)
    with pytest.raises(IntegrityError, match="plan_locked_after_launch"), transaction.atomic():
        EvaluationPlan.objects.filter(pk=plan.pk).update(
            locked_at=officer().at, locked_by=officer().user_id, digest=digest_of(plan)
        )


def test_a_campaign_cannot_be_moved_to_before_its_plan_was_locked() -> None:
    campaign = a_campaign()
    a_plan(campaign, a_series(campaign, _months(4)))
    with pytest.raises(IntegrityError, match="plan_locked_after_launch"), transaction.atomic():
        Campaign.objects.filter(pk=campaign.pk).update(first_day=TODAY)


def test_a_plan_written_too_late_is_kept_as_exploratory() -> None:
    campaign = a_campaign(first_day=date(2025, 1, 1))
    plan = an_exploratory_plan(campaign, a_series(campaign, _months(4)))
    assert (plan.is_exploratory, plan.is_locked) == (True, True)


def test_a_locked_plan_never_changes() -> None:
    campaign = a_campaign()
    plan = a_plan(campaign, a_series(campaign, _months(4)))
    with pytest.raises(IntegrityError, match="locked_plan_changed"), transaction.atomic():
        EvaluationPlan.objects.filter(pk=plan.pk).update(outcome="What turned out well")
    with pytest.raises(IntegrityError, match="locked_plan_changed"), transaction.atomic():
        PlannedSeries.objects.filter(plan=plan).delete()


def test_an_open_plan_is_changed_as_a_whole() -> None:
    campaign = a_campaign()
    one, other = a_series(campaign, _months(4)), a_series(campaign, _months(5), name="Enquiries")
    plan = a_plan(campaign, one, is_locked=False)
    change_plan(plan=plan, with_series=[other], without_series=(), outcome="Enquiries", by=officer())
    assert [each.series for each in plan.series.all()] == [other]
    assert EvaluationPlan.objects.get(pk=plan.pk).outcome == "Enquiries"


@pytest.mark.parametrize(
    ("comparison", "with_it", "without", "code"),
    [
        ("level", 0, 0, "plan-without-its-series"),
        ("level", 1, 1, "plan-without-its-series"),
        ("controlled", 2, 0, "plan-with-one-side"),
    ],
)
def test_a_comparison_without_its_sides_is_not_locked(
    comparison: str, with_it: int, without: int, code: str
) -> None:
    campaign = a_campaign()
    series = [a_series(campaign, _months(4), name=str(number)) for number in range(with_it + without)]
    plan = a_plan(
        campaign, *series[:with_it], without_series=series[with_it:], is_locked=False, comparison=comparison
    )
    with pytest.raises(Refused) as refused:
        lock_plan(plan=plan, by=officer())
    assert [concern.code for concern in refused.value.concerns] == [code]


def test_nothing_is_evaluated_before_the_plan_is_locked() -> None:
    campaign = a_campaign()
    plan = a_plan(campaign, a_series(campaign, _months(8)), is_locked=False)
    with pytest.raises(Refused) as refused:
        evaluate(plan=plan, by=officer(LATER))
    assert [concern.code for concern in refused.value.concerns] == ["plan-not-locked"]


def test_the_schema_itself_refuses_a_result_of_another_plan() -> None:
    campaign = a_campaign()
    result = evaluate(plan=a_plan(campaign, a_series(campaign, _months(8))), by=officer(LATER))
    result.pk, result.key, result.plan_digest = None, uuid4(), "0" * 64
    with pytest.raises(IntegrityError, match="result_of_an_open_plan"), transaction.atomic():
        result.save()


def test_of_eight_months_nothing_is_tested_and_no_p_is_given() -> None:
    campaign = a_campaign()
    plan = a_plan(campaign, a_series(campaign, [10, 12, 11, 13, 19, 20, 18, 21], first=date(2025, 12, 1)))
    figures = evaluate(plan=plan, by=officer(LATER)).figures
    assert (figures["before"], figures["after"], figures["why_not"]) == (4, 4, "few")
    assert figures["judgement"] is None
    assert [month for month, *_band in figures["expected"]] == [f"2026-0{month}-01" for month in (4, 5, 6, 7)]


def test_from_24_and_24_months_a_large_change_is_found() -> None:
    campaign = a_campaign()
    plan = a_plan(campaign, a_series(campaign, _months(48, lift=9)))
    figures = evaluate(plan=plan, by=officer(LATER)).figures
    (effect,) = figures["judgement"]["effects"]
    assert figures["judgement"]["p"] < 0.01
    assert effect["low"] < 9 < effect["high"]


def test_a_result_computed_again_is_the_same_and_never_changes() -> None:
    campaign = a_campaign()
    plan = a_plan(campaign, a_series(campaign, _months(40)), comparison="level_slope", has_season=True)
    result = EvaluationResult.objects.get(pk=evaluate(plan=plan, by=officer(LATER)).pk)
    assert result.seed == seed_of(plan.digest)
    assert figures_of(facts_of(plan), result.data, seed=result.seed) == result.figures
    assert len(result.figures["judgement"]["effects"]) == 2
    with pytest.raises(IntegrityError, match="result_changed"), transaction.atomic():
        EvaluationResult.objects.update(figures={})


def test_only_planned_months_are_left_out() -> None:
    campaign = a_campaign()
    values = [10.0] * 24 + [900.0] + [10.5, 9.5] * 12
    plan = a_plan(campaign, a_series(campaign, values), left_out=[{"month": "2026-04-01", "why": "strike"}])
    figures = evaluate(plan=plan, by=officer(LATER)).figures
    assert (figures["before"], figures["after"], figures["mean_after"]) == (24, 24, 10)
    assert abs(figures["judgement"]["effects"][0]["change"]) < 2


def test_a_series_that_never_moves_is_not_judged() -> None:
    campaign = a_campaign()
    plan = a_plan(campaign, a_series(campaign, [7] * 48))
    figures = evaluate(plan=plan, by=officer(LATER)).figures
    assert (figures["why_not"], figures["judgement"]) == ("flat", None)


def test_a_plan_without_figures_says_that_there_are_too_few() -> None:
    campaign = a_campaign()
    figures = evaluate(plan=a_plan(campaign, a_series(campaign, [])), by=officer(LATER)).figures
    assert (figures["before"], figures["after"], figures["why_not"], figures["expected"]) == (0, 0, "few", [])


def test_series_with_the_campaign_are_compared_with_series_without_it() -> None:
    campaign = a_campaign()
    series = [
        a_series(campaign, _months(30, usual=usual, lift=lift), name=f"{usual}/{lift}")
        for usual, lift in [(20, 8), (30, 7), (25, 9), (22, 8), (21, 0), (28, 1), (24, 0), (26, 0)]
    ]
    plan = a_plan(campaign, *series[:4], without_series=series[4:], comparison="controlled")
    figures = evaluate(plan=plan, by=officer(LATER)).figures
    assert (figures["with_it"], figures["without"], figures["choices"], figures["is_exact"]) == (
        4,
        4,
        70,
        True,
    )
    assert figures["p"] == 2 / 70
    assert figures["low"] < figures["difference"] < figures["high"]


def test_municipalities_are_compared_by_what_changed_in_each() -> None:
    survey = a_survey(a_campaign())
    with_it, without = ["prizren", "gjakove", "peje"], ["gjilan", "viti", "lipjan"]
    frame = ("k; Kosovo; 1000", "\n".join(f"k; {place}; {place}" for place in [*with_it, *without, "decan"]))
    waves = []
    for shares in ((4, 4), (8, 5)):
        rows = [
            f"k,{place},{'yes' if number < share else 'no'}"
            for places, share in zip((with_it, without), shares, strict=True)
            for place in places
            for number in range(10)
        ]
        waves.append(answers(a_wave(survey, frame=frame), *rows, "k,decan,yes"))
    plan = a_plan(
        survey.campaign,
        comparison="places",
        baseline=waves[0],
        endline=waves[1],
        question=versions_in(survey)[0],
        answer="yes",
        with_it=[*with_it, "decan"],
        without=without,
    )
    result = evaluate(plan=plan, by=officer(LATER))
    figures = result.figures
    assert (figures["with_it"], figures["without"], figures["set_aside"]) == (3, 3, 1)
    assert figures["difference"] == pytest.approx(0.3)
    assert (figures["choices"], figures["p"]) == (20, 0.1)


def test_a_correction_takes_the_place_of_a_figure_and_both_are_kept() -> None:
    campaign = a_campaign()
    series = a_series(campaign, [5, 6])
    wrong = series.points.earliest("month_on")
    correct_figure(point=wrong, value=Decimal(7), source="Recount", by=officer())
    assert [int(point.value) for point in series.points.standing()] == [7, 6]
    assert series.points.count() == 3
    with pytest.raises(IntegrityError, match="series_point_changed"), transaction.atomic():
        SeriesPoint.objects.update(value=1)


def test_a_month_has_one_figure() -> None:
    series = a_series(a_campaign(), [5])
    with pytest.raises(IntegrityError, match="month_entered_twice"), transaction.atomic():
        enter_figures(series=series, figures=[Figure(date(2024, 4, 1), Decimal(9), "again")], by=officer())


def test_a_correction_is_about_its_own_month() -> None:
    series = a_series(a_campaign(), [5, 6])
    first, second = series.points.order_by("month_on")
    with pytest.raises(IntegrityError, match="correction_of_another_point"), transaction.atomic():
        SeriesPoint.objects.create(
            series=series,
            month_on=second.month_on,
            value=1,
            source="x",
            entered_at=officer().at,
            entered_by_id=first.entered_by_id,
            instead_of=first,
        )


def test_figures_and_months_to_leave_out_are_read_line_by_line() -> None:
    assert figures_in("2026-03; 14,5\n2026-04; 9; letter", source="book") == [
        Figure(date(2026, 3, 1), Decimal("14.5"), "book"),
        Figure(date(2026, 4, 1), Decimal(9), "letter"),
    ]
    assert left_out_in("2026-03; strike") == [{"month": "2026-03-01", "why": "strike"}]
