"""What everybody may read is released by a second person, points at nobody, and stays."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.advocacy.known import (
    a_campaign,
    a_plan,
    a_series,
    a_survey,
    a_wave,
    an_officer,
    answers,
    officer,
)
from tests.builders import TODAY
from vatra.access.models import User
from vatra.advocacy.actions.evaluation import evaluate
from vatra.advocacy.actions.result_pages import (
    release_page,
    reword_page,
    write_evaluation_page,
    write_wave_page,
)
from vatra.advocacy.actions.waves import close_wave
from vatra.advocacy.models import EvaluationResult, ResultPage
from vatra.kernel.concern import Refused

pytestmark = pytest.mark.django_db

WORDS = {"slug": "what-we-learned", "title": {"en": "What we learned"}, "summary": {"en": "A little."}}
LATER = date(2028, 1, 1)


def _result(*values: float) -> EvaluationResult:
    campaign = a_campaign()
    plan = a_plan(campaign, a_series(campaign, values, first=date(2025, 12, 1)))
    return evaluate(plan=plan, by=officer(LATER))


def _page(writer: User) -> ResultPage:
    result = _result(10, 12, 11, 13, 19, 20, 18, 21)
    return write_evaluation_page(result=result, by=officer(TODAY, writer), **WORDS)  # type: ignore[arg-type]


def test_who_wrote_a_page_does_not_release_it() -> None:
    writer = an_officer()
    page = _page(writer)
    with pytest.raises(Refused) as refused:
        release_page(page=page, by=officer(TODAY, writer))
    assert [concern.code for concern in refused.value.concerns] == ["release-by-writer"]
    with pytest.raises(IntegrityError, match="result_page_released_by_its_writer"), transaction.atomic():
        ResultPage.objects.update(released_by=writer, released_at=officer().at)


def test_a_released_page_never_changes() -> None:
    page = release_page(page=_page(an_officer()), by=officer())
    assert list(ResultPage.objects.released()) == [page]
    with pytest.raises(IntegrityError, match="released_page_changed"), transaction.atomic():
        reword_page(page=page, title={"en": "It worked!"}, summary={"en": "Really."}, by=officer())


def test_who_wrote_last_is_the_writer() -> None:
    page = _page(an_officer())
    second = an_officer()
    reword_page(page=page, title={"en": "Other"}, summary={"en": "Words"}, by=officer(TODAY, second))
    with pytest.raises(Refused):
        release_page(page=page, by=officer(TODAY, second))


def test_single_months_are_not_told_where_one_of_them_is_small() -> None:
    result = _result(10, 12, 3, 13, 19, 20, 18, 21)
    page = write_evaluation_page(result=result, by=officer(), **WORDS)  # type: ignore[arg-type]
    assert (page.figures["has_small_months"], page.figures["data"], page.figures["figures"]["expected"]) == (
        True,
        {},
        [],
    )


def test_months_that_are_large_enough_are_told() -> None:
    page = _page(an_officer())
    assert len(page.figures["data"]["series"][0]["points"]) == 8
    assert not page.figures["has_small_months"]


def test_an_open_wave_is_not_told() -> None:
    wave = answers(a_wave(), *["yes"] * 9, head="heard")
    with pytest.raises(Refused) as refused:
        write_wave_page(wave=wave, against=None, by=officer(), **WORDS)  # type: ignore[arg-type]
    assert [concern.code for concern in refused.value.concerns] == ["wave-not-closed"]
    page = write_wave_page(wave=close_wave(wave=wave, by=officer()), against=None, by=officer(), **WORDS)  # type: ignore[arg-type]
    assert page.figures["answers"] == 9


def test_waves_of_two_surveys_are_not_compared() -> None:
    one = answers(a_wave(a_survey()), *["yes"] * 9, head="heard", close=True)
    other = answers(a_wave(a_survey()), *["yes"] * 9, head="heard", close=True)
    with pytest.raises(Refused) as refused:
        write_wave_page(wave=one, against=other, by=officer(), **WORDS)  # type: ignore[arg-type]
    assert [concern.code for concern in refused.value.concerns] == ["wave-of-another-survey"]


def test_a_wave_is_told_once() -> None:
    wave = answers(a_wave(), *["yes"] * 9, head="heard", close=True)
    write_wave_page(wave=wave, against=None, by=officer(), **WORDS)  # type: ignore[arg-type]
    with pytest.raises(IntegrityError, match="wave_id"), transaction.atomic():
        write_wave_page(wave=wave, against=None, by=officer(), **{**WORDS, "slug": "again"})  # type: ignore[arg-type]
