"""What a wave says: shares with intervals, strata by their people, nothing too small, changes only in the same words."""

from typing import Any

import pytest

from tests.advocacy.known import YES_NO, a_survey, a_wave, answers, officer, versions_in
from vatra.advocacy.actions.surveys import reword_item, write_item
from vatra.advocacy.telling import figures_of_wave, items_of

pytestmark = pytest.mark.django_db

FRAME = (
    "n; North; 300\ns; South; 100",
    "\n".join(f"{stratum}; {point}" for stratum in "ns" for point in range(4)),
)


def _rows(stratum: str, yes: int, no: int) -> list[str]:
    said = ["yes"] * yes + ["no"] * no
    return [f"{stratum},{number % 4},{each}" for number, each in enumerate(said)]


def _shares(item: dict[str, Any]) -> dict[str, list[Any]]:
    return {
        group["name"]: [
            None if share["value"] is None else round(share["value"], 4) for share in group["shares"]
        ]
        for group in item["groups"]
    }


def test_a_stratum_counts_by_its_people_and_not_by_its_answers() -> None:
    wave = answers(a_wave(frame=FRAME), *_rows("n", 10, 10), *_rows("s", 30, 10))
    (item,) = items_of(wave)
    assert _shares(item) == {"North": [0.5, 0.5], "South": [0.75, 0.25], "": [0.5625, 0.4375]}
    everybody = item["groups"][-1]["shares"][0]
    assert everybody["low"] < 0.5625 < everybody["high"]


def test_small_counts_are_hidden_and_with_them_what_would_show_them() -> None:
    wave = answers(a_wave(frame=FRAME), *_rows("n", 3, 17), *_rows("s", 30, 10))
    (item,) = items_of(wave)
    assert _shares(item) == {"North": [None, None], "South": [None, None], "": [0.3, 0.7]}


def test_strata_with_too_few_answers_are_told_together_or_not_at_all() -> None:
    frame = ("n; North; 300\ns; South; 100\ne; East; 50", "n; 0\ns; 0\ne; 0")
    wave = answers(
        a_wave(frame=frame), *["n,0,yes"] * 20, *["n,0,no"] * 20, *["s,0,yes"] * 3, *["e,0,no"] * 4
    )
    (item,) = items_of(wave)
    assert [(group["name"], group["answers"]) for group in item["groups"]] == [
        ("North", 40),
        ("others", 7),
        ("", 47),
    ]


def test_a_question_that_fewer_than_five_answered_is_not_told() -> None:
    (item,) = items_of(answers(a_wave(), "yes", "yes", "no", "no", head="heard"))
    assert (item["answers"], item["groups"]) == (None, [])


def test_words_of_ones_own_are_never_told() -> None:
    survey = a_survey(asks_for_words=True)
    write_item(survey=survey, code="why", kind="text", text={"en": "Why?"}, by=officer())
    wave = answers(a_wave(survey), *["yes,I am Dren"] * 9, head="heard,why")
    assert [item["code"] for item in items_of(wave)] == ["heard"]


def test_of_several_answers_each_has_a_table_of_its_own() -> None:
    survey = a_survey()
    choices = [{"code": code, "label": {"en": code}} for code in ("tv", "radio")]
    write_item(survey=survey, code="from", kind="several", text={"en": "?"}, choices=choices, by=officer())
    wave = answers(a_wave(survey), *["tv;radio"] * 3, *["tv"] * 10, *["radio"] * 2, head='"from"')
    (_heard, item) = items_of(wave)
    assert _shares(item) == {"": [None, 0.3333]}


def test_the_mean_of_a_scale_has_its_interval() -> None:
    survey = a_survey()
    write_item(survey=survey, code="scale", kind="scale", text={"en": "?"}, lowest=1, highest=5, by=officer())
    wave = answers(a_wave(survey), *["4"] * 10, *["2"] * 10, head="scale")
    assert items_of(wave)[1]["mean"]["value"] == 3
    assert items_of(wave)[1]["mean"]["low"] < 3 < items_of(wave)[1]["mean"]["high"]


def test_what_changed_is_the_later_share_less_the_earlier_one() -> None:
    survey = a_survey()
    one = answers(a_wave(survey, frame=FRAME), *_rows("n", 10, 10), *_rows("s", 10, 10))
    two = answers(a_wave(survey, frame=FRAME), *_rows("n", 15, 5), *_rows("s", 15, 5))
    (item,) = figures_of_wave(two, one)["items"]
    assert [(each["code"], each["before"], each["change"]) for each in item["changes"]] == [
        ("yes", 0.5, 0.25),
        ("no", 0.5, -0.25),
    ]


def test_answers_to_other_words_are_not_compared() -> None:
    survey = a_survey()
    (first,) = versions_in(survey)
    one = answers(a_wave(survey), *["yes"] * 10, *["no"] * 10, head="heard")
    second = reword_item(
        item=first.item, kind="one", text={"en": "Do you know it?"}, choices=YES_NO, by=officer()
    )
    two = answers(a_wave(survey, versions=[second]), *["yes"] * 15, *["no"] * 5, head="heard")
    (item,) = figures_of_wave(two, one)["items"]
    assert item["is_reworded"]
    assert "changes" not in item


def test_what_is_hidden_in_one_of_the_waves_has_no_change() -> None:
    survey = a_survey()
    one = answers(a_wave(survey), *["yes"] * 3, *["no"] * 17, head="heard")
    two = answers(a_wave(survey), *["yes"] * 10, *["no"] * 10, head="heard")
    (item,) = figures_of_wave(two, one)["items"]
    assert item["changes"] == []
