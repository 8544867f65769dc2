"""Anybody answers a survey on the site: in three languages, without cookie or script, and counted once."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests.advocacy.known import a_survey, a_wave, answers, officer
from vatra.advocacy.actions.waves import close_wave, invite
from vatra.advocacy.models import Respondent, SurveyWave
from vatra.advocacy.signing.limits import SUSTAINED

pytestmark = pytest.mark.django_db

ALWAYS: dict[str, Any] = {"first_day": date(2020, 1, 1), "last_day": date(2100, 1, 1)}


def _sends(client: Client, wave: SurveyWave, language: str = "en", **fields: Any) -> Any:
    given = {"sheet": str(uuid4()), "question_heard": "yes", **fields}
    return client.post(f"/{language}/survey/{wave.slug}/", given)


@pytest.mark.parametrize(("language", "answer"), [("en", "Yes"), ("sq", "Po"), ("sr", "Da")])
def test_the_questions_are_asked_in_the_language_of_the_address(
    client: Client, language: str, answer: str
) -> None:
    wave = a_wave(**ALWAYS)
    page = client.get(f"/{language}/survey/{wave.slug}/")
    assert f">{answer}<" in page.content.decode()
    assert (page.status_code, page.headers["Cache-Control"], page.cookies.output()) == (200, "no-store", "")


def test_answers_are_kept_and_thanked_for(client: Client) -> None:
    wave = a_wave(**ALWAYS)
    sent = _sends(client, wave, "sr")
    assert (sent.status_code, sent.headers["Location"]) == (302, f"/sr/survey/{wave.slug}/thanks/")
    somebody = Respondent.objects.get()
    assert (somebody.answers, somebody.language, somebody.taken_down_by) == (
        {"heard": "yes"},
        "sr-latn",
        None,
    )
    assert client.get(sent.headers["Location"]).status_code == 200


def test_a_page_sent_twice_counts_once(client: Client) -> None:
    wave = a_wave(**ALWAYS)
    sheet = str(uuid4())
    assert [_sends(client, wave, sheet=sheet).status_code for _time in range(2)] == [302, 302]
    assert Respondent.objects.count() == 1


def test_a_class_answers_from_one_school_and_a_machine_is_asked_to_come_back(client: Client) -> None:
    wave = a_wave(**ALWAYS)
    sent = [_sends(client, wave).status_code for _answer in range(SUSTAINED)]
    assert sent == [302] * SUSTAINED
    page = _sends(client, wave)
    assert (page.status_code, Respondent.objects.count()) == (422, SUSTAINED)
    assert "Please try again in an hour." in page.content.decode()
    assert 'value="yes" id="id_question_heard_0" checked' in page.content.decode()
    assert _sends(client, a_wave(**ALWAYS)).status_code == 302


def test_who_answers_by_a_code_is_held_up_by_nobody(client: Client) -> None:
    wave = a_wave(needs_code=True, **ALWAYS)
    codes = invite(wave=wave, number=SUSTAINED + 1, by=officer())
    assert {_sends(client, wave, code=code).status_code for code in codes} == {302}


def test_an_empty_page_is_shown_again_with_the_reason(client: Client) -> None:
    answer = _sends(client, a_wave(**ALWAYS), question_heard="")
    assert (answer.status_code, Respondent.objects.count()) == (422, 0)
    assert "Answer at least one question." in answer.content.decode()


def test_a_wrong_code_keeps_what_was_answered(client: Client) -> None:
    wave = a_wave(needs_code=True, **ALWAYS)
    answer = _sends(client, wave, code="AAAAA-AAAAA")
    assert answer.status_code == 422
    assert "This code is not known" in answer.content.decode()
    assert 'value="yes" id="id_question_heard_0" checked' in answer.content.decode()
    (code,) = invite(wave=wave, number=1, by=officer())
    assert [_sends(client, wave, code=code).status_code for _time in range(2)] == [302, 422]


def test_where_there_is_a_frame_the_place_is_asked_for(client: Client) -> None:
    wave = a_wave(frame=("n; North; 100", "n; 1; prizren"), **ALWAYS)
    point = wave.strata.get().points.get()
    assert _sends(client, wave).status_code == 422
    assert _sends(client, wave, point=point.pk).status_code == 302
    assert Respondent.objects.get().point == point


def test_a_survey_that_is_over_says_so(client: Client) -> None:
    wave = close_wave(wave=a_wave(**ALWAYS), by=officer())
    page = client.get(f"/en/survey/{wave.slug}/")
    assert "takes no answers now" in page.content.decode()
    assert _sends(client, wave).status_code == 200
    assert not Respondent.objects.exists()


@pytest.mark.parametrize("fields", [{"is_open": False}, {"mode": "paper"}])
def test_what_is_not_asked_on_the_site_is_not_found(client: Client, fields: dict[str, Any]) -> None:
    wave = a_wave(**{**ALWAYS, **fields})
    assert client.get(f"/en/survey/{wave.slug}/").status_code == 404


def test_a_language_in_which_nothing_is_asked_leads_to_the_others(client: Client) -> None:
    page = client.get(f"/sr/survey/{a_wave(languages=['sq'], **ALWAYS).slug}/").content.decode()
    assert "<form" not in page


def test_more_questions_do_not_mean_more_statements(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    wave = answers(a_wave(a_survey(), **ALWAYS), *["yes"] * 3, head="heard")
    with django_assert_max_num_queries(5):
        client.get(f"/en/survey/{wave.slug}/")
