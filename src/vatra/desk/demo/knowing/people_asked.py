"""A survey before the campaign and after it, from door to door in 20 municipalities, and one that is open to everybody."""

import random
from collections.abc import Iterable
from datetime import date, timedelta

from vatra.advocacy.actions.respondents import take_over_answers
from vatra.advocacy.actions.surveys import reword_item, write_item, write_survey
from vatra.advocacy.actions.waves import close_wave, draw_frame, open_wave, plan_wave
from vatra.advocacy.awareness.lines import PointLine, StratumLine
from vatra.advocacy.awareness.taking_over import Frame, rows_of
from vatra.advocacy.awareness.words import Mode, WaveKind
from vatra.advocacy.models import ItemVersion, Survey, SurveyWave
from vatra.desk.demo.knowing.questions import INTRODUCTION, QUESTIONS, REWORDED, TITLE
from vatra.desk.demo.knowing.setting import MONTHS_SINCE_LAUNCH, Setting

STRATA = (
    StratumLine("north", "Veri · Sever", 310_000, 520),
    StratumLine("middle", "Qendër · Centar", 640_000, 1_040),
    StratumLine("south", "Jug · Jug", 470_000, 790),
)
WITH_IT = {
    "north": ("mitrovice", "vushtrri", "skenderaj"),
    "middle": ("prishtine", "lipjan", "gllogoc", "gracanice"),
    "south": ("prizren", "suhareke", "gjakove"),
}
WITHOUT = {
    "north": ("peje", "istog", "kline"),
    "middle": ("podujeve", "obiliq", "fushe_kosove", "shtime"),
    "south": ("ferizaj", "kacanik", "gjilan"),
}
AT_EACH_POINT = 14
DAYS = 14


def tell_survey(here: Setting) -> Survey:
    """Both waves, closed, and a third one that anybody may answer on the site."""
    before = here.months_ago(MONTHS_SINCE_LAUNCH + 2)
    by = here.by(before - timedelta(days=10))
    survey = write_survey(
        campaign=here.open_door, title=TITLE, introduction=INTRODUCTION, asks_for_words=False, by=by
    )
    for question in QUESTIONS:
        write_item(survey=survey, by=by, **question)
    versions = list(ItemVersion.objects.filter(item__survey=survey).select_related("item"))
    _from_door_to_door(here, survey, versions, WaveKind.BASELINE, before)
    after = here.months_ago(1)
    _from_door_to_door(here, survey, versions, WaveKind.ENDLINE, after)
    _on_the_site(here, survey, versions)
    return survey


def _from_door_to_door(
    here: Setting, survey: Survey, versions: Iterable[ItemVersion], kind: WaveKind, first_day: date
) -> None:
    is_after = kind == WaveKind.ENDLINE
    names = {
        WaveKind.BASELINE: {"sq": "Para fushatës", "sr-latn": "Pre kampanje", "en": "Before the campaign"},
        WaveKind.ENDLINE: {
            "sq": "Dy vjet më vonë",
            "sr-latn": "Dve godine kasnije",
            "en": "Two years later",
        },
    }
    by = here.by(first_day - timedelta(days=3))
    wave = plan_wave(
        survey=survey,
        slug=f"familjet-strehuese-{kind}",
        kind=kind,
        name=names[kind],
        mode=Mode.FACE_TO_FACE,
        languages=["sq", "sr-latn"],
        first_day=first_day,
        last_day=first_day + timedelta(days=DAYS),
        needs_code=False,
        versions=versions,
        by=by,
    )
    draw_frame(wave=wave, strata=STRATA, points=list(_points()), by=by)
    open_wave(wave=wave, by=here.by(first_day))
    text = _file(wave, is_after=is_after)
    end = here.by(first_day + timedelta(days=DAYS))
    take_over_answers(wave=wave, file_name=f"{wave.slug}.csv", rows=rows_of(text, Frame.of(wave)), by=end)
    close_wave(wave=wave, by=end)


def _points() -> Iterable[PointLine]:
    for side in (WITH_IT, WITHOUT):
        for stratum, places in side.items():
            yield from (PointLine(stratum, place, place) for place in places)


def _file(wave: SurveyWave, *, is_after: bool) -> str:
    """What the interviewers brought home; two rows of it cannot be used."""
    chance = random.Random(wave.slug)  # noqa: S311 - invented answers need no secrecy
    rows = ["stratum;point;weight;language;day;heard_of_it;would_consider;heard_from;family_is_best"]
    for side, has_it in ((WITH_IT, True), (WITHOUT, False)):
        for stratum, places in side.items():
            for place in places:
                # Neighbours have something in common.
                common = chance.gauss(0, 0.06)
                lift = 0.22 if is_after and has_it else 0.05 if is_after else 0.0
                rows += (
                    _row(chance, wave, stratum, place, 0.38 + common + lift)
                    for _person in range(AT_EACH_POINT)
                )
    rows.append("middle;nowhere;1;sq;;yes;yes;people;5")
    rows.append("south;prizren;1;sq;;perhaps;yes;people;5")
    return "\n".join(rows)


def _row(chance: random.Random, wave: SurveyWave, stratum: str, place: str, heard: float) -> str:
    has_heard = chance.random() < heard
    sources = [
        code
        for code, share in (("television", 0.5), ("internet", 0.4), ("people", 0.3))
        if chance.random() < share
    ]
    answers = (
        stratum,
        place,
        str(round(chance.uniform(0.7, 1.6), 2)),
        "sr-latn" if place == "gracanice" else "sq",
        (wave.first_day + timedelta(days=chance.randrange(DAYS))).isoformat(),
        "yes" if has_heard else "unsure" if chance.random() < 0.2 else "no",
        "yes" if chance.random() < 0.1 + heard / 4 else "unsure" if chance.random() < 0.4 else "no",
        "|".join(sources) if has_heard else "",
        str(min(5, max(1, round(chance.gauss(3.9, 0.9))))),
    )
    return ";".join(f'"{each.replace("|", ";")}"' for each in answers)


def _on_the_site(here: Setting, survey: Survey, versions: list[ItemVersion]) -> None:
    """Anybody may answer; one question is asked in other words."""
    by = here.by(here.month)
    asked = next(version for version in versions if version.item.code == "would_consider")
    other = reword_item(item=asked.item, kind=asked.kind, text=REWORDED, choices=asked.choices, by=by)
    wave = plan_wave(
        survey=survey,
        slug="familjet-strehuese",
        kind=WaveKind.MIDLINE,
        name={"sq": "Në faqen tonë", "sr-latn": "Na sajtu", "en": "On the site"},
        mode=Mode.WEB,
        languages=["sq", "sr-latn", "en"],
        first_day=here.month,
        last_day=here.months_ago(-6),
        needs_code=False,
        versions=[other if version == asked else version for version in versions],
        by=by,
    )
    open_wave(wave=wave, by=by)
