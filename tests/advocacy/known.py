"""Builders for surveys, waves, series and plans, with quiet defaults."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.builders import TODAY, a_user, another, by
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.advocacy.actions.evaluation import keep_as_exploratory, lock_plan, write_plan
from vatra.advocacy.actions.respondents import take_over_answers
from vatra.advocacy.actions.series import Figure, begin_series, enter_figures
from vatra.advocacy.actions.surveys import write_item, write_survey
from vatra.advocacy.actions.waves import close_wave, draw_frame, open_wave, plan_wave
from vatra.advocacy.awareness.lines import points_in, strata_in
from vatra.advocacy.awareness.taking_over import Frame, rows_of
from vatra.advocacy.models import Campaign, EvaluationPlan, ItemVersion, OutcomeSeries, Survey, SurveyWave
from vatra.kernel.calendar_months import add_months
from vatra.kernel.ledger import Actor

YES_NO = (
    {"code": "yes", "label": {"en": "Yes", "sq": "Po", "sr-latn": "Da"}},
    {"code": "no", "label": {"en": "No", "sq": "Jo", "sr-latn": "Ne"}},
)
LAUNCH = date(2026, 4, 1)


def an_officer() -> User:
    """Somebody who keeps campaigns and may approve what others wrote."""
    return a_user(Role.ADVOCACY_OFFICER)


def officer(on: date = TODAY, user: User | None = None) -> Actor:
    """An officer who acts on a day."""
    return by(user or an_officer(), on, Role.ADVOCACY_OFFICER)


def a_campaign(*, first_day: date = LAUNCH) -> Campaign:
    """A campaign that begins in two weeks."""
    number = another()
    return Campaign.objects.create(
        slug=f"campaign-{number}",
        name={"en": f"Campaign {number}"},
        purpose={"en": "Why"},
        first_day=first_day,
    )


def a_survey(campaign: Campaign | None = None, *, asks_for_words: bool = False) -> Survey:
    """A survey with one question that is answered by yes or no."""
    survey = write_survey(
        campaign=campaign or a_campaign(),
        title={"en": "What do you know?"},
        introduction={"en": "Nobody will know who answered."},
        asks_for_words=asks_for_words,
        by=officer(),
    )
    write_item(
        survey=survey,
        code="heard",
        kind="one",
        text={"en": "Have you heard of it?"},
        choices=YES_NO,
        by=officer(),
    )
    return survey


def versions_in(survey: Survey) -> list[ItemVersion]:
    """All versions of all questions."""
    return list(ItemVersion.objects.filter(item__survey=survey).select_related("item").order_by("pk"))


def a_wave(
    survey: Survey | None = None,
    *,
    versions: Sequence[ItemVersion] = (),
    frame: tuple[str, str] = ("", ""),
    is_open: bool = True,
    **fields: Any,
) -> SurveyWave:
    """A wave on the site that is open this month."""
    survey = survey or a_survey()
    given: dict[str, Any] = {
        "slug": f"wave-{another()}",
        "kind": "baseline",
        "name": {"en": "First wave"},
        "mode": "web",
        "languages": ["en", "sq", "sr-latn"],
        "first_day": TODAY.replace(day=1),
        "last_day": TODAY + timedelta(days=10),
        "needs_code": False,
        **fields,
    }
    wave = plan_wave(survey=survey, versions=versions or versions_in(survey), by=officer(), **given)
    strata, points = frame
    draw_frame(wave=wave, strata=strata_in(strata), points=points_in(points), by=officer())
    return open_wave(wave=wave, by=officer()) if is_open else wave


def answers(
    wave: SurveyWave, *lines: str, head: str = "stratum,point,heard", close: bool = False
) -> SurveyWave:
    """Let these rows of a file be the answers of a wave."""
    rows = rows_of("\n".join([head, *lines]), Frame.of(wave))
    take_over_answers(wave=wave, file_name="answers.csv", rows=rows, by=officer())
    return close_wave(wave=wave, by=officer()) if close else wave


def a_series(
    campaign: Campaign, values: Sequence[float], *, first: date = date(2024, 4, 1), name: str = "Calls"
) -> OutcomeSeries:
    """A series of months in a row."""
    series = begin_series(campaign=campaign, name={"en": name}, kept_by="The ward", by=officer())
    figures = [
        Figure(add_months(first, number), Decimal(str(value)), "Monthly return")
        for number, value in enumerate(values)
    ]
    return enter_figures(series=series, figures=figures, by=officer())


def a_plan(
    campaign: Campaign,
    *with_series: OutcomeSeries,
    without_series: Sequence[OutcomeSeries] = (),
    is_locked: bool = True,
    **fields: Any,
) -> EvaluationPlan:
    """A plan for one series before and after the launch, locked today."""
    given: Mapping[str, Any] = {
        "title": {"en": "Did it work?"},
        "outcome": "Calls a month",
        "data_source": "Register of calls",
        "comparison": "level",
        "launch_on": campaign.first_day,
        **fields,
    }
    plan = write_plan(
        campaign=campaign, with_series=with_series, without_series=without_series, by=officer(), **given
    )
    return lock_plan(plan=plan, by=officer()) if is_locked else plan


def an_exploratory_plan(campaign: Campaign, *with_series: OutcomeSeries, **fields: Any) -> EvaluationPlan:
    """A plan that was fixed too late."""
    plan = a_plan(campaign, *with_series, is_locked=False, **fields)
    return keep_as_exploratory(plan=plan, by=officer())
