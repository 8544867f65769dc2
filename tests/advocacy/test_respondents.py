"""Answers come from nobody in particular, fit their questions, and stay as they were given."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from tests.advocacy.known import a_survey, a_wave, officer, versions_in
from tests.builders import at
from vatra.advocacy.actions.respondents import answer_survey, take_down_answers, take_over_answers
from vatra.advocacy.actions.surveys import write_item
from vatra.advocacy.actions.waves import close_wave, invite
from vatra.advocacy.awareness.codes import digest_of
from vatra.advocacy.awareness.items import DoesNotFit
from vatra.advocacy.awareness.taking_over import Frame, rows_of
from vatra.advocacy.models import Respondent, SamplingPoint, SurveyCode, SurveyRowSetAside, SurveyWave
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Actor, Event
from vatra.kernel.row_history import RowHistory

pytestmark = pytest.mark.django_db

SOMEBODY = Actor(user_id=None, role="public", at=at())


def _answer(wave: SurveyWave, code: str = "", **answers: Any) -> Respondent:
    given = answers or {"heard": "yes"}
    return answer_survey(wave=wave, sheet=uuid4(), language="en", answers=given, code=code, by=SOMEBODY)


def test_an_answer_says_nothing_about_who_gave_it() -> None:
    wave = a_wave()
    somebody = _answer(wave)
    assert (somebody.answers, somebody.taken_down_by) == ({"heard": "yes"}, None)
    event = Event.objects.filter(chain=wave.key).latest("pk")
    assert (event.act, event.user_id, event.subject_id) == ("answer_survey", None, str(wave.pk))
    columns = {field.name for field in Respondent._meta.fields}
    assert not columns & {"name", "email", "address", "ip", "at"}


def test_a_code_lets_somebody_answer_once_and_is_forgotten() -> None:
    wave = a_wave(needs_code=True)
    one, other = invite(wave=wave, number=2, by=officer())
    _answer(wave, code=one.lower().replace("-", " "))
    assert list(SurveyCode.objects.values_list("digest", flat=True)) == [digest_of(other)]
    with pytest.raises(Refused) as refused:
        _answer(wave, code=one)
    assert [concern.code for concern in refused.value.concerns] == ["code-not-known"]


def test_nothing_that_is_kept_leads_from_a_code_to_an_answer() -> None:
    wave = a_wave(needs_code=True)
    (code,) = invite(wave=wave, number=1, by=officer())
    _answer(wave, code=code)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM kernel_rowhistory WHERE before::text || after::text LIKE %s",
            [f"%{digest_of(code)}%"],
        )
        assert cursor.fetchone() == (0,)
    assert not RowHistory.objects.filter(table_name="advocacy_surveycode").exists()


@pytest.mark.parametrize("answers", [{"heard": "perhaps"}, {"heard": ["yes"]}, {"other": "yes"}])
def test_an_answer_that_does_not_fit_its_question_is_refused(answers: dict[str, Any]) -> None:
    with pytest.raises(DoesNotFit):
        _answer(a_wave(), **answers)


@pytest.mark.parametrize("is_open", [True, False])
def test_only_an_open_wave_takes_answers(*, is_open: bool) -> None:
    wave = a_wave(is_open=is_open)
    if is_open:
        close_wave(wave=wave, by=officer())
    with pytest.raises(IntegrityError, match="wave_takes_no_answers"), transaction.atomic():
        _answer(wave)


def test_answers_are_never_changed() -> None:
    _answer(a_wave())
    with pytest.raises(IntegrityError, match="answers_changed"), transaction.atomic():
        Respondent.objects.update(answers={})


def test_where_there_is_a_frame_everybody_lives_somewhere_in_it() -> None:
    wave = a_wave(frame=("n; North; 100", "n; 1"))
    elsewhere = a_wave(frame=("n; North; 100", "n; 1"))
    for point in (None, SamplingPoint.objects.get(stratum__wave=elsewhere)):
        with pytest.raises(IntegrityError, match="answer_from_outside_the_frame"), transaction.atomic():
            answer_survey(
                wave=wave, sheet=uuid4(), language="en", answers={"heard": "no"}, point=point, by=SOMEBODY
            )


def test_an_interviewer_writes_down_answers_with_point_and_weight() -> None:
    wave = a_wave(frame=("n; North; 100", "n; 1"), mode="face_to_face")
    interviewer = officer()
    somebody = take_down_answers(
        wave=wave,
        sheet=uuid4(),
        point=SamplingPoint.objects.get(),
        weight=Decimal("1.5"),
        language="sq",
        answered_on=wave.first_day,
        answers={"heard": "no"},
        by=interviewer,
    )
    assert (somebody.taken_down_by_id, somebody.weight) == (interviewer.user_id, Decimal("1.5"))


ROWS = {
    "n,1,,,,yes": "",
    "n,1,2.5,sq,2026-03-02,no": "",
    "x,1,,,,yes": "unknown_stratum",
    "n,9,,,,yes": "unknown_point",
    "n,1,0,,,yes": "weight",
    "n,1,0.00001,,,yes": "weight",
    "n,1,,fr,,yes": "language",
    "n,1,,,31.3.2026,yes": "day",
    "n,1,,,2025-01-01,yes": "day",
    "n,1,,,,perhaps": "answer",
    "n,1,,,,": "nothing",
    "n,1,,,,yes,more": "columns",
}


def test_rows_of_a_file_that_cannot_be_used_are_set_aside_with_the_reason() -> None:
    wave = a_wave(frame=("n; North; 100", "n; 1"))
    text = "\n".join(["stratum,point,weight,language,day,heard", *ROWS])
    taken = take_over_answers(wave=wave, file_name="f.csv", rows=rows_of(text, Frame.of(wave)), by=officer())
    reasons = {line: why for line, why in enumerate(ROWS.values(), start=2) if why}
    assert dict(SurveyRowSetAside.objects.values_list("line", "reason")) == reasons
    assert (taken.used, taken.respondents.count()) == (2, 2)
    event = Event.objects.filter(chain=wave.key).latest("pk")
    assert (event.act, event.facts) == ("take_over_answers", {"used": 2, "set_aside": 10})


def test_several_answers_and_numbers_are_read_from_a_file_as_they_are_written() -> None:
    survey = a_survey()
    choices = [{"code": code, "label": {"en": code}} for code in ("tv", "radio")]
    write_item(survey=survey, code="from", kind="several", text={"en": "?"}, choices=choices, by=officer())
    write_item(survey=survey, code="scale", kind="scale", text={"en": "?"}, lowest=1, highest=5, by=officer())
    write_item(survey=survey, code="age", kind="number", text={"en": "?"}, by=officer())
    wave = a_wave(survey, versions=versions_in(survey))
    text = 'heard;from;scale;age\nyes;"tv;radio";4;33,5\nyes;;6;\nyes;;;nan\nyes;;;inf'
    rows = list(rows_of(text, Frame.of(wave)))
    take_over_answers(wave=wave, file_name="f.csv", rows=rows, by=officer())
    assert Respondent.objects.get().answers == {
        "heard": "yes",
        "from": ["tv", "radio"],
        "scale": 4,
        "age": 33.5,
    }
    set_aside = SurveyRowSetAside.objects.order_by("line").values_list("column", flat=True)
    assert list(set_aside) == ["scale", "age", "age"]
