"""Plans locked before their campaigns, the figures that came, and what they say."""

import random
from datetime import date, timedelta
from decimal import Decimal

from vatra.advocacy.actions.evaluation import evaluate, lock_plan, write_plan
from vatra.advocacy.actions.result_pages import release_page, write_evaluation_page, write_wave_page
from vatra.advocacy.actions.series import Figure, begin_series, enter_figures
from vatra.advocacy.awareness.words import WaveKind
from vatra.advocacy.evaluation.words import Comparison
from vatra.advocacy.models import Campaign, EvaluationPlan, ItemVersion, OutcomeSeries, Survey, SurveyWave
from vatra.desk.demo.knowing.people_asked import WITH_IT, WITHOUT
from vatra.desk.demo.knowing.setting import MONTHS_OF_THE_YOUNG_ONE, MONTHS_SINCE_LAUNCH, Setting
from vatra.kernel.calendar_months import add_months

ENQUIRIES = {
    "sq": "Familje që pyesin si të strehojnë një fëmijë, në muaj",
    "sr-latn": "Porodice koje pitaju kako da prime dete, mesečno",
    "en": "Families who ask how to take in a child, a month",
}
CALLS = {
    "sq": "Nëna që kërkojnë bisedë në maternitet, në muaj",
    "sr-latn": "Majke koje traže razgovor u porodilištu, mesečno",
    "en": "Mothers who ask for a talk on the maternity ward, a month",
}


def tell_evaluations(here: Setting, survey: Survey) -> None:
    """One that can be judged, one of municipalities, and one of eight months that says so."""
    judged = _plan_of_enquiries(here)
    places = _plan_of_places(here, survey)
    young = _plan_of_calls(here)
    today = here.month
    for plan in (judged, places, young):
        evaluate(plan=plan, by=here.by(today))
    _tell_everybody(here, judged, young, survey)


def _plan_of_enquiries(here: Setting) -> EvaluationPlan:
    launch = here.months_ago(MONTHS_SINCE_LAUNCH)
    series = _series(here, here.open_door, ENQUIRIES, launch, months=24, usual=18, lift=9)
    return _locked(
        here,
        here.open_door,
        launch,
        title={
            "sq": "A pyesin më shumë familje?",
            "sr-latn": "Da li pita više porodica?",
            "en": "Do more families ask?",
        },
        outcome="Familjet që pyesin për herë të parë si të strehojnë një fëmijë, në muaj",
        data_source="Regjistri i interesimeve i shtatë qendrave për punë sociale",
        series=series,
    )


def _plan_of_calls(here: Setting) -> EvaluationPlan:
    launch = here.months_ago(MONTHS_OF_THE_YOUNG_ONE)
    series = _series(here, here.first_days, CALLS, launch, months=4, usual=14, lift=6)
    return _locked(
        here,
        here.first_days,
        launch,
        title={
            "sq": "A kërkojnë më shumë nëna bisedë?",
            "sr-latn": "Da li više majki traži razgovor?",
            "en": "Do more mothers ask for a talk?",
        },
        outcome="Nënat që kërkojnë bisedë me psikologen në maternitet, në muaj",
        data_source="Libri i kujdestarive i psikologes në Spitalin Gjinekologjik",
        series=series,
    )


def _plan_of_places(here: Setting, survey: Survey) -> EvaluationPlan:
    launch = here.months_ago(MONTHS_SINCE_LAUNCH)
    by = here.by(launch - timedelta(days=20))
    plan = write_plan(
        campaign=here.open_door,
        title={
            "sq": "A dinë më shumë njerëz për familjet strehuese?",
            "sr-latn": "Da li više ljudi zna za hraniteljske porodice?",
            "en": "Do more people know of foster families?",
        },
        outcome="Pjesa e njerëzve që kanë dëgjuar për familjet strehuese",
        data_source="Anketë derë më derë në 20 komuna, para fushatës dhe dy vjet më vonë",
        comparison=Comparison.PLACES,
        launch_on=launch,
        baseline=SurveyWave.objects.get(survey=survey, kind=WaveKind.BASELINE),
        endline=SurveyWave.objects.get(survey=survey, kind=WaveKind.ENDLINE),
        question=ItemVersion.objects.get(item__survey=survey, item__code="heard_of_it"),
        answer="yes",
        with_it=[place for places in WITH_IT.values() for place in places],
        without=[place for places in WITHOUT.values() for place in places],
        with_series=(),
        without_series=(),
        by=by,
    )
    return lock_plan(plan=plan, by=by)


def _series(
    here: Setting,
    campaign: Campaign,
    name: dict[str, str],
    launch: date,
    *,
    months: int,
    usual: int,
    lift: int,
) -> OutcomeSeries:
    """So many months on each side of the launch, with some memory from month to month."""
    by = here.by(launch - timedelta(days=20))
    series = begin_series(
        campaign=campaign, name=name, kept_by="Numëruar me dorë, kontrolluar nga dy veta", by=by
    )
    chance = random.Random(name["en"])  # noqa: S311 - invented answers need no secrecy
    figures, memory = [], 0.0
    for number in range(-months, months):
        memory = 0.3 * memory + chance.gauss(0, 2)
        value = round(usual + memory + (lift if number >= 0 else 0))
        figures.append(Figure(add_months(launch, number), Decimal(max(value, 6)), "Raporti mujor"))
    return enter_figures(series=series, figures=figures, by=here.by(here.month))


def _locked(
    here: Setting,
    campaign: Campaign,
    launch: date,
    *,
    title: dict[str, str],
    outcome: str,
    data_source: str,
    series: OutcomeSeries,
) -> EvaluationPlan:
    by = here.by(launch - timedelta(days=15))
    plan = write_plan(
        campaign=campaign,
        title=title,
        outcome=outcome,
        data_source=data_source,
        comparison=Comparison.LEVEL,
        launch_on=launch,
        with_series=[series],
        without_series=(),
        by=by,
    )
    return lock_plan(plan=plan, by=by)


def _tell_everybody(here: Setting, judged: EvaluationPlan, young: EvaluationPlan, survey: Survey) -> None:
    """Two pages are released; the third waits for a second person."""
    by = here.by(here.month)
    page = write_evaluation_page(
        result=judged.results.get(),
        slug="me-shume-familje-pyesin",
        title=dict(judged.title),
        summary={
            "sq": "Dy vjet pas nisjes pyesin më shumë familje se më parë. Rastësia vetëm vështirë e shpjegon.",
            "sr-latn": "Dve godine posle početka pita više porodica nego ranije. Sam slučaj to teško objašnjava.",
            "en": "Two years after the start more families ask than before. Chance alone hardly explains it.",
        },
        by=by,
    )
    release_page(page=page, by=here.by_colleague(here.month))
    page = write_evaluation_page(
        result=young.results.get(),
        slug="ditet-e-para-tete-muaj",
        title=dict(young.title),
        summary={
            "sq": "Pas katër muajsh ende nuk mund të themi nëse fushata ndihmoi. I tregojmë muajt siç janë.",
            "sr-latn": "Posle četiri meseca još ne možemo reći da li je kampanja pomogla. Pokazujemo mesece kakvi jesu.",
            "en": "After four months we cannot say yet whether the campaign helped. We show the months as they are.",
        },
        by=by,
    )
    release_page(page=page, by=here.by_colleague(here.month))
    waves = {wave.kind: wave for wave in survey.waves.all()}
    write_wave_page(
        wave=waves[WaveKind.ENDLINE],
        against=waves[WaveKind.BASELINE],
        slug="cfare-dime",
        title=dict(survey.title),
        summary={
            "sq": "Më shumë njerëz kanë dëgjuar për familjet strehuese se para dy vjetësh.",
            "sr-latn": "Više ljudi je čulo za hraniteljske porodice nego pre dve godine.",
            "en": "More people have heard of foster families than two years ago.",
        },
        by=by,
    )
