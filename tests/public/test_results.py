"""What campaigns found out, for everybody: only what two people released, whatever came of it."""

from datetime import date

import pytest
from django.test import Client

from tests.advocacy.known import (
    a_campaign,
    a_plan,
    a_series,
    a_wave,
    an_exploratory_plan,
    answers,
    officer,
)
from vatra.advocacy.actions.evaluation import evaluate
from vatra.advocacy.actions.result_pages import release_page, write_evaluation_page, write_wave_page
from vatra.advocacy.models import EvaluationPlan, ResultPage

pytestmark = pytest.mark.django_db

LATER = date(2029, 1, 1)


def _page_about(plan: EvaluationPlan, slug: str = "calls", *, is_released: bool = True) -> ResultPage:
    page = write_evaluation_page(
        result=evaluate(plan=plan, by=officer(LATER)),
        slug=slug,
        title={"en": "Do more mothers call?", "sq": "A telefonojnë më shumë nëna?"},
        summary={"en": "We cannot say yet."},
        by=officer(),
    )
    return release_page(page=page, by=officer()) if is_released else page


def _plan_of_eight() -> EvaluationPlan:
    campaign = a_campaign()
    return a_plan(campaign, a_series(campaign, [10, 12, 11, 13, 19, 20, 18, 21], first=date(2025, 12, 1)))


def test_only_released_pages_are_found(client: Client) -> None:
    page = _page_about(_plan_of_eight(), is_released=False)
    assert client.get(f"/en/results/{page.slug}/").status_code == 404
    assert "mothers" not in client.get("/en/results/").content.decode()
    release_page(page=page, by=officer())
    assert "Do more mothers call?" in client.get("/en/results/").content.decode()
    assert client.get(f"/en/results/{page.slug}/").status_code == 200


def test_eight_months_are_shown_with_the_reason_why_nothing_is_tested(client: Client) -> None:
    page = _page_about(_plan_of_eight())
    text = client.get(f"/en/results/{page.slug}/").content.decode()
    assert "no p-value is shown" in text
    assert "<svg" in text
    assert "<desc" in text
    assert page.figures["digest"] in text


def test_what_is_not_translated_says_which_language_it_is_in(client: Client) -> None:
    page = _page_about(_plan_of_eight())
    text = client.get(f"/sq/results/{page.slug}/").content.decode()
    assert '<h1 class="govuk-heading-xl">A telefonojnë më shumë nëna?</h1>' in text
    assert '<span lang="en">We cannot say yet.</span>' in text


def test_an_exploratory_evaluation_says_so(client: Client) -> None:
    campaign = a_campaign(first_day=date(2025, 1, 1))
    page = _page_about(an_exploratory_plan(campaign, a_series(campaign, [10, 20] * 20)))
    assert "Exploratory" in client.get(f"/en/results/{page.slug}/").content.decode()


def test_a_wave_is_told_with_its_design_effect(client: Client) -> None:
    frame = ("n; North; 300", "\n".join(f"n; {point}" for point in range(6)))
    rows = [f"n,{number % 6},{'yes' if number % 3 else 'no'}" for number in range(60)]
    wave = answers(a_wave(frame=frame), *rows, close=True)
    page = write_wave_page(
        wave=wave, against=None, slug="told", title={"en": "Told"}, summary={"en": "A little."}, by=officer()
    )
    release_page(page=page, by=officer())
    text = client.get("/en/results/told/").content.decode()
    assert "66.7 %" in text
    assert "Design effect" in text


def test_the_list_goes_on_after_twenty(client: Client) -> None:
    for number in range(21):
        _page_about(_plan_of_eight(), slug=f"page-{number}")
    first = client.get("/en/results/")
    assert len(first.context["pages"]) == 20
    second = client.get("/en/results/" + first.context["older"])
    assert ([page.slug for page in second.context["pages"]], second.context["older"]) == (["page-0"], "")


def test_pages_may_be_kept_by_caches_and_ask_little(
    client: Client, django_assert_max_num_queries: object
) -> None:
    page = _page_about(_plan_of_eight())
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        answer = client.get(f"/en/results/{page.slug}/")
    assert answer.headers["Cache-Control"].startswith("public")
    assert not answer.cookies
