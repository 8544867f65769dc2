"""Did it work? The page tells the truth about eight months, gives an answer for four years, and a second person releases it."""

from collections.abc import Sequence
from datetime import date

from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.advocacy.known import a_campaign, a_plan, a_series, a_wave, an_officer
from tests.builders import PASSWORD
from tests.stories.conftest import Visitor
from vatra.advocacy.models import EvaluationPlan, Respondent, ResultPage

EIGHT_MONTHS = (10, 12, 11, 13, 19, 20, 18, 21)
FOUR_YEARS = (20, 22, 19, 23, 21, 18) * 4 + (30, 33, 29, 31, 34, 28) * 4


def _plan(values: Sequence[float], *, first: date) -> EvaluationPlan:
    campaign = a_campaign()
    return a_plan(campaign, a_series(campaign, values, first=first), title={"en": "Do more mothers call?"})


def _evaluates(visitor: Visitor, plan: EvaluationPlan) -> None:
    """From the plan to its result, by its buttons."""
    visitor.goes_to(f"/plans/{plan.pk}/")
    visitor.sees("the plan is the one that was fixed")
    visitor.presses_button("Evaluate")
    visitor.sends()
    visitor.sees("The result is issued.")


def test_eight_months_are_drawn_and_not_tested(visitor: Visitor) -> None:
    visitor.signs_in(an_officer().username, PASSWORD)
    _evaluates(visitor, _plan(EIGHT_MONTHS, first=date(2025, 12, 1)))
    visitor.sees("These data cannot tell whether the campaign worked.")
    visitor.sees("There are 4 months before the launch and 4 from the launch on.")
    visitor.sees("So no test is made and no p-value is shown.")
    chart = visitor.page.get_by_role("img", name="The figure of each month")
    assert chart.locator("circle").count() == 4
    assert chart.locator("rect").count() == 4
    assert "p = " not in visitor.page.locator("main").inner_text()
    visitor.is_shut_out_of_nothing()
    visitor.keeps_a_picture("eight-months")


def test_four_years_give_an_answer_that_everybody_reads_once_it_is_released(visitor: Visitor) -> None:
    visitor.signs_in(an_officer().username, PASSWORD)
    _evaluates(visitor, _plan(FOUR_YEARS, first=date(2024, 4, 1)))
    visitor.sees("From the launch on something changed that chance alone hardly explains.")
    visitor.sees("p below 0.001")
    visitor.is_shut_out_of_nothing()
    visitor.keeps_a_picture("four-years")
    visitor.presses_button("Write the page for everybody")
    visitor.writes("slug", "more-mothers-call")
    visitor.writes("summary_en", "Since the campaign ten mothers more call every month.")
    visitor.sends()
    page = ResultPage.objects.get()
    address = f"/en/results/{page.slug}/"
    visitor.goes_to(address)
    visitor.sees("This page is not here")
    visitor.signs_in(an_officer().username, PASSWORD)
    visitor.goes_to(f"/result-pages/{page.pk}/release/")
    visitor.sends()
    visitor.page.context.clear_cookies()
    visitor.goes_to(address)
    visitor.sees("Since the campaign ten mothers more call every month.")
    visitor.is_shut_out_of_nothing()


def test_somebody_answers_a_survey_without_javascript(browser: Browser, live_server: LiveServer) -> None:
    wave = a_wave(first_day=date(2020, 1, 1), last_day=date(2100, 1, 1))
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    somebody = Visitor(context.new_page(), live_server.url)
    somebody.goes_to(f"/sr/survey/{wave.slug}/")
    somebody.chooses("question_heard", "yes")
    somebody.presses(somebody.page.locator("main form button"))
    assert somebody.page.url.endswith(f"/sr/survey/{wave.slug}/thanks/")
    assert context.cookies() == []
    assert [each.answers for each in Respondent.objects.all()] == [{"heard": "yes"}]
    context.close()
