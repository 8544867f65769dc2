"""The pages on which staff ask, count, plan and judge."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.advocacy.known import (
    a_campaign,
    a_plan,
    a_series,
    a_survey,
    a_wave,
    an_officer,
    answers,
    officer,
    versions_in,
)
from tests.builders import TODAY, a_user, signed_in
from vatra.access.roles import Role
from vatra.advocacy.actions.evaluation import evaluate
from vatra.advocacy.models import (
    EvaluationPlan,
    ItemVersion,
    OutcomeSeries,
    Respondent,
    ResultPage,
    Survey,
    SurveyCode,
    SurveyImport,
    SurveyWave,
)

pytestmark = pytest.mark.django_db

LATER = date(2029, 1, 1)


@pytest.fixture
def at_work(client: Client) -> Client:
    """An officer who is signed in."""
    return signed_in(client, an_officer())


def _sends(client: Client, page: str, pk: int, **fields: object) -> str:
    """Send a form; returns where it led, and fails where it was refused."""
    answer = client.post(reverse(f"advocacy:{page}", args=[pk]), fields)
    assert answer.status_code == 302, answer.content.decode()[:4000]
    return str(answer.headers["Location"])


def test_a_survey_is_written_asked_and_read(at_work: Client) -> None:
    campaign = a_campaign()
    _sends(
        at_work,
        "write_survey",
        campaign.pk,
        title_en="What do you know?",
        introduction_en="Nobody will know.",
    )
    survey = Survey.objects.get()
    _sends(
        at_work,
        "write_item",
        survey.pk,
        code="heard",
        kind="one",
        text_en="Have you heard of it?",
        choices="yes; Po; Da; Yes\nno; Jo; Ne; No",
    )
    _sends(
        at_work,
        "plan_wave",
        survey.pk,
        name_en="First",
        slug="first",
        kind="baseline",
        mode="paper",
        languages=["sq", "en"],
        first_day="2020-01-01",
        last_day="2100-01-01",
        **{f"asks_{version.item_id}": version.pk for version in versions_in(survey)},
    )
    wave = SurveyWave.objects.get()
    _sends(at_work, "draw_frame", wave.pk, strata="n; North; 100", points="n; 1; prizren")
    _sends(at_work, "open_wave", wave.pk)
    sheet = SimpleUploadedFile("a.csv", b"stratum,point,heard\nn,1,yes\nn,1,perhaps\n")
    led_to = _sends(at_work, "take_over_answers", wave.pk, sheet=sheet)
    assert led_to == reverse("advocacy:survey_import", args=[SurveyImport.objects.get().pk])
    assert "An answer does not fit its question." in at_work.get(led_to).content.decode()
    _sends(at_work, "close_wave", wave.pk)
    assert "Fewer than 5 people answered" in _read(at_work, "wave_results", wave.pk)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'heard\n"' + b"yes\n" * 40_000, "A quotation mark is opened in the file and never closed."),
        (b"heard\n\x00\n", "The file is not written in UTF-8."),
        (b"heard\n\xff\n", "The file is not written in UTF-8."),
    ],
)
def test_a_file_that_cannot_be_read_says_why(at_work: Client, content: bytes, said: str) -> None:
    page = reverse("advocacy:take_over_answers", args=[a_wave().pk])
    answer = at_work.post(page, {"sheet": SimpleUploadedFile("a.csv", content)})
    assert (answer.status_code, SurveyImport.objects.count()) == (422, 0)
    assert said in answer.content.decode()


def _read(client: Client, page: str, pk: int) -> str:
    answer = client.get(reverse(f"advocacy:{page}", args=[pk]))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_an_interviewer_writes_down_one_person_after_the_other(at_work: Client) -> None:
    wave = a_wave(mode="telephone", last_day=date(2100, 1, 1))
    page = reverse("advocacy:take_down_answers", args=[wave.pk])
    sheet = at_work.get(page).context["form"].initial["sheet"]
    led_to = _sends(
        at_work,
        "take_down_answers",
        wave.pk,
        sheet=sheet,
        language="sq",
        answered_on="2026-03-10",
        weight="1",
        question_heard="yes",
    )
    assert (led_to, Respondent.objects.get().answers) == (page, {"heard": "yes"})


def test_other_words_for_a_question_become_a_version(at_work: Client) -> None:
    (version,) = versions_in(a_survey())
    choices = "yes; Po; Da; Yes\nno; Jo; Ne; No"
    _sends(at_work, "reword_item", version.item_id, kind="one", text_en="Do you know it?", choices=choices)
    assert ItemVersion.objects.latest("pk").number == 2


def test_codes_are_handed_over_as_a_file_and_only_once(at_work: Client) -> None:
    wave = a_wave(needs_code=True)
    answer = at_work.post(reverse("advocacy:invite_people", args=[wave.pk]), {"number": 3})
    lines = answer.content.decode().split()
    assert (lines[0], len(lines), SurveyCode.objects.count()) == ("code", 4, 3)
    assert lines[1] not in _read(at_work, "wave", wave.pk)


def test_a_series_is_begun_filled_corrected_and_looked_at(at_work: Client) -> None:
    campaign = a_campaign()
    _sends(at_work, "begin_series", campaign.pk, name_en="Calls", kept_by="The ward")
    series = OutcomeSeries.objects.get()
    _sends(at_work, "enter_figures", series.pk, source="book", figures="2026-01; 12\n2026-02; 9")
    _sends(at_work, "correct_figure", series.points.earliest("month_on").pk, value="13", source="recount")
    page = _read(at_work, "series", series.pk)
    assert "instead of 12" in page
    assert "<svg" in page


def test_a_service_is_looked_at_after_an_action(at_work: Client) -> None:
    series = a_series(a_campaign(), [10] * 12 + [15] * 12, first=date(2025, 1, 1))
    action = series.campaign.actions.create(
        kind="event", slug="day", title={"en": "A day in the square"}, first_day=date(2026, 1, 20)
    )
    answer = at_work.get(
        reverse("advocacy:series", args=[series.pk]), {"action": action.pk, "months": 3}
    ).content.decode()
    assert "1.50 times as many as in the months before" in answer
    assert "It is a comparison and no test" in answer


def test_a_plan_is_written_locked_and_evaluated_and_tells_the_truth(at_work: Client) -> None:
    campaign = a_campaign(first_day=date(2100, 1, 1))
    series = a_series(campaign, [10, 12, 11, 13, 19, 20, 18, 21], first=date(2099, 9, 1))
    _sends(
        at_work,
        "write_plan",
        campaign.pk,
        title_en="Do more mothers call?",
        outcome="Calls",
        data_source="Register",
        launch_on="2100-01-01",
        comparison="level",
        with_series=[series.pk],
    )
    plan = EvaluationPlan.objects.get()
    _sends(at_work, "lock_plan", plan.pk)
    assert "the plan is the one that was fixed" in _read(at_work, "plan", plan.pk)
    page = at_work.get(_sends(at_work, "evaluate", plan.pk)).content.decode()
    assert "These data cannot tell whether the campaign worked." in page
    assert "no p-value is shown" in page
    assert "p = " not in page
    assert "<svg" in page


def test_a_plan_of_a_campaign_that_has_begun_is_refused_with_the_reason(at_work: Client) -> None:
    campaign = a_campaign(first_day=date(2020, 1, 1))
    plan = a_plan(campaign, a_series(campaign, [1, 2]), is_locked=False)
    answer = at_work.post(reverse("advocacy:lock_plan", args=[plan.pk]))
    assert answer.status_code == 422
    assert "Keep this one as exploratory." in answer.content.decode()
    _sends(at_work, "keep_as_exploratory", plan.pk)
    assert "Exploratory: this plan was fixed after the campaign had begun." in _read(at_work, "plan", plan.pk)


def test_a_plan_of_places_is_written_and_changed(at_work: Client) -> None:
    survey = a_survey()
    waves = [a_wave(survey, is_open=False) for _wave in range(2)]
    fields = {
        "title_en": "Do more people know?",
        "outcome": "Share",
        "data_source": "Survey",
        "launch_on": "2026-04-01",
        "baseline": waves[0].pk,
        "endline": waves[1].pk,
        "question_and_answer": f"{versions_in(survey)[0].pk}/yes",
        "with_it": ["prizren"],
        "without": ["gjilan", "viti"],
    }
    _sends(at_work, "write_plan_of_places", survey.campaign_id, **fields)
    plan = EvaluationPlan.objects.get()
    _sends(at_work, "change_plan", plan.pk, **{**fields, "without": ["viti"]})
    plan.refresh_from_db()
    assert (plan.comparison, plan.answer, plan.with_it, plan.without) == (
        "places",
        "yes",
        ["prizren"],
        ["viti"],
    )
    assert "Viti / Vitina" in _read(at_work, "plan", plan.pk)


def test_a_plan_names_the_months_it_leaves_out(at_work: Client) -> None:
    campaign = a_campaign()
    left_out = [{"month": "2025-11-01", "why": "The office moved"}]
    plan = a_plan(campaign, a_series(campaign, [20] * 12), left_out=left_out)
    assert "November 2025: The office moved" in _read(at_work, "plan", plan.pk)


def test_the_page_of_four_years_gives_an_answer(at_work: Client) -> None:
    campaign = a_campaign()
    plan = a_plan(campaign, a_series(campaign, [20, 22] * 12 + [30, 32] * 12))
    result = evaluate(plan=plan, by=officer(LATER))
    page = _read(at_work, "evaluation_result", result.pk)
    assert "From the launch on something changed that chance alone hardly explains." in page
    assert "p below 0.001" in page or "p = 0.00" in page


def test_a_page_is_written_reworded_and_released_by_somebody_else(client: Client) -> None:
    wave = answers(a_wave(), *["yes"] * 9, head="heard", close=True)
    writer = signed_in(client, an_officer())
    words = {"title_en": "What you told us", "summary_en": "A little."}
    _sends(writer, "write_wave_page", wave.pk, slug="told", **words)
    page = ResultPage.objects.get()
    _sends(writer, "reword_page", page.pk, **{**words, "summary_en": "A little more."})
    assert writer.post(reverse("advocacy:release_page", args=[page.pk])).status_code == 422
    _sends(signed_in(Client(), an_officer()), "release_page", page.pk)
    page.refresh_from_db()
    assert page.is_released


@pytest.mark.parametrize(
    ("role", "page", "status"),
    [
        (Role.DONOR_RELATIONS, "wave_results", 200),
        (Role.DONOR_RELATIONS, "take_down_answers", 403),
        (Role.SOCIAL_WORKER, "wave_results", 403),
    ],
)
def test_results_are_read_with_a_permission_and_answers_written_with_another(
    client: Client, role: Role, page: str, status: int
) -> None:
    wave = a_wave()
    assert (
        signed_in(client, a_user(role)).get(reverse(f"advocacy:{page}", args=[wave.pk])).status_code == status
    )


def test_what_is_known_is_found_from_the_campaign(at_work: Client) -> None:
    survey = a_survey()
    a_plan(survey.campaign, a_series(survey.campaign, [1, 2]))
    page = _read(at_work, "known", survey.campaign_id)
    assert "Did it work?" in page
    assert reverse("advocacy:survey", args=[survey.pk]) in page
    assert survey.campaign.name["en"] in at_work.get(reverse("advocacy:knowledge")).content.decode()


def test_the_rows_set_aside_are_read_page_by_page(at_work: Client) -> None:
    wave = answers(a_wave(first_day=TODAY), *["perhaps"] * 60, head="heard")
    address = reverse("advocacy:survey_import", args=[wave.imports.get().pk])
    first = at_work.get(address)
    assert [row.line for row in first.context["rows"]] == list(range(2, 52))
    second = at_work.get(address + first.context["next"])
    assert ([row.line for row in second.context["rows"]], second.context["next"]) == (list(range(52, 62)), "")
