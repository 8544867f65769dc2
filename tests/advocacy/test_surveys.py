"""Questions keep their words and their order, and a wave that was opened keeps everything."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.advocacy.known import YES_NO, a_survey, a_wave, officer, versions_in
from vatra.advocacy.actions.surveys import reword_item, write_item
from vatra.advocacy.actions.waves import close_wave, draw_frame, open_wave
from vatra.advocacy.awareness.lines import as_lines, choices_in, points_in, strata_in
from vatra.advocacy.models import ItemVersion, SamplingPoint, Stratum, SurveyWave, WaveItem
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db


def test_other_words_are_another_version_and_the_first_ones_stay() -> None:
    survey = a_survey()
    (first,) = versions_in(survey)
    second = reword_item(
        item=first.item, kind="one", text={"en": "Do you know it?"}, choices=YES_NO, by=officer()
    )
    assert [(each.number, str(each.text)) for each in versions_in(survey)] == [
        (1, "Have you heard of it?"),
        (2, "Do you know it?"),
    ]
    assert Event.objects.filter(chain=survey.key).latest("pk").act == "reword_item"
    assert second.item == first.item


@pytest.mark.parametrize("change", ["UPDATE", "DELETE"])
def test_the_words_of_a_question_never_change(change: str) -> None:
    (version,) = versions_in(a_survey())
    with pytest.raises(IntegrityError, match="item_version_changed"), transaction.atomic():
        rows = ItemVersion.objects.filter(pk=version.pk)
        rows.update(text={"en": "Otherwise"}) if change == "UPDATE" else rows._raw_delete("default")


def test_words_of_ones_own_are_asked_for_only_where_the_survey_says_so() -> None:
    with pytest.raises(IntegrityError, match="words_not_asked_for"), transaction.atomic():
        write_item(survey=a_survey(), code="why", kind="text", text={"en": "Why?"}, by=officer())
    survey = a_survey(asks_for_words=True)
    assert write_item(survey=survey, code="why", kind="text", text={"en": "Why?"}, by=officer()).number == 1


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"kind": "one"}, "item_choices_do_not_fit_its_kind"),
        ({"kind": "scale", "lowest": 1}, "item_scale_without_ends"),
        ({"kind": "scale", "lowest": 5, "highest": 1}, "item_ends_in_wrong_order"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(fields: dict[str, object], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        write_item(survey=a_survey(), code="other", text={"en": "?"}, by=officer(), **fields)  # type: ignore[arg-type]


def test_an_open_wave_can_only_be_closed_and_that_once() -> None:
    wave = a_wave()
    with pytest.raises(IntegrityError, match="opened_wave_changed"), transaction.atomic():
        SurveyWave.objects.filter(pk=wave.pk).update(last_day="2030-01-01")
    close_wave(wave=wave, by=officer())
    with pytest.raises(IntegrityError, match="opened_wave_changed"), transaction.atomic():
        SurveyWave.objects.filter(pk=wave.pk).update(closed_at=None, closed_by=None)


def test_questions_and_frame_of_an_open_wave_stay() -> None:
    wave = a_wave(frame=("n; North; 100", "n; 1"))
    with pytest.raises(IntegrityError, match="opened_wave_changed"), transaction.atomic():
        WaveItem.objects.filter(wave=wave).delete()
    with pytest.raises(IntegrityError, match="opened_wave_changed"), transaction.atomic():
        Stratum.objects.filter(wave=wave).update(population=7)
    with pytest.raises(IntegrityError, match="opened_wave_changed"), transaction.atomic():
        SamplingPoint.objects.create(stratum=Stratum.objects.get(wave=wave), code="2")


def test_a_wave_asks_something_before_it_is_opened() -> None:
    wave = a_wave(is_open=False)
    wave.items.all().delete()
    with pytest.raises(IntegrityError, match="wave_opened_without_items"), transaction.atomic():
        open_wave(wave=wave, by=officer())


def test_a_wave_asks_no_question_of_another_survey() -> None:
    with pytest.raises(IntegrityError, match="item_of_another_survey"), transaction.atomic():
        a_wave(a_survey(), versions=versions_in(a_survey()))


def test_a_frame_is_drawn_again_while_the_wave_is_a_draft() -> None:
    wave = a_wave(is_open=False, frame=("n; North; 100", "n; 1"))
    draw_frame(
        wave=wave, strata=strata_in("s; South; 50; 9"), points=points_in("s; 7; prizren"), by=officer()
    )
    assert list(wave.strata.values_list("code", "population", "points_in_all")) == [("s", 50, 9)]
    assert list(SamplingPoint.objects.values_list("code", "municipality")) == [("7", "prizren")]


def test_every_point_lies_in_a_stratum_and_every_stratum_has_one() -> None:
    wave = a_wave(is_open=False)
    with pytest.raises(Refused) as refused:
        draw_frame(wave=wave, strata=strata_in("n; North; 100"), points=points_in("s; 1"), by=officer())
    assert [concern.code for concern in refused.value.concerns] == ["point-without-stratum"]
    draw_frame(wave=wave, strata=strata_in("n; North; 100"), points=[], by=officer())
    with pytest.raises(Refused) as refused:
        open_wave(wave=wave, by=officer())
    assert [concern.code for concern in refused.value.concerns] == ["stratum-without-point"]


@pytest.mark.parametrize("text", ["north", "n; North; many", "n; North; 5; few"])
def test_a_line_of_a_frame_that_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(ValidationError, match="Line 2"):
        strata_in(f"s; South; 10\n{text}")


def test_answers_to_choose_from_are_typed_as_lines_and_read_back() -> None:
    text = "yes; Po; Da; Yes\nno; Jo; Ne; No"
    assert as_lines(choices_in(text)) == text
    with pytest.raises(ValidationError, match="same short name"):
        choices_in("yes; Po\nyes; Jo")
