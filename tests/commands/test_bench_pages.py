"""Measuring pages: what is counted, how forms are read, which figures come out."""

import re

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from vatra.commands.bench.asking import misspelt
from vatra.commands.bench.figures import at, figures
from vatra.commands.bench.page_forms import form_with
from vatra.commands.bench.visitor import Answer
from vatra.commands.trouble import Trouble
from vatra.desk.measure import TellHowLong

PAGE = """
<form method="post" action="/language/"><input name="language" value="sq"></form>
<form method="post">
  <input type="hidden" name="once" value="7f">
  <input name="visited_on_day" value="16">
  <input type="checkbox" name="saw_child" checked>
  <input type="checkbox" name="saw_child_alone">
  <input type="radio" name="purpose" value="regular" checked><input type="radio" name="purpose" value="other">
  <select name="heard_in"><option value="sq">sq</option><option value="sr" selected>sr</option></select>
  <textarea name="account">
Mirë &amp; ngrohtë</textarea>
  <input type="submit" value="Save">
</form>
"""


def an_answer(*, server_ms: float, queries: int = 1, size: int = 100) -> Answer:
    return Answer("/", 200, "", "", server_ms, queries, size, seen_ms=server_ms + 5)


def test_a_form_is_sent_back_as_a_browser_would_send_it() -> None:
    assert form_with(PAGE, "account") == {
        "once": ["7f"],
        "visited_on_day": ["16"],
        "saw_child": ["on"],
        "purpose": ["regular"],
        "heard_in": ["sr"],
        "account": ["Mirë & ngrohtë"],
    }


def test_a_page_without_the_form_is_a_trouble() -> None:
    with pytest.raises(Trouble, match="has the field reasons"):
        form_with(PAGE, "reasons")


@pytest.mark.parametrize(("share", "value"), [(0.5, 50), (0.95, 95), (0.99, 99), (0.001, 1), (1, 100)])
def test_a_percentile_is_a_value_that_was_measured(share: float, value: float) -> None:
    assert at([float(number) for number in range(1, 101)], share) == value


def test_the_most_queries_and_the_largest_page_are_told() -> None:
    answers = [an_answer(server_ms=3, queries=9, size=10), an_answer(server_ms=1, queries=4, size=90)]
    told = figures("my day", 1, answers)
    assert (told.p50, told.p99, told.seen_p95, told.queries, told.size, told.times) == (1, 3, 8, 9, 90, 2)


def test_a_misspelt_name_has_two_letters_swapped_and_no_marks() -> None:
    assert misspelt("Përparim Thaçi") == "Preparim Thaci"


@pytest.mark.django_db
def test_the_answer_tells_its_time_and_its_queries() -> None:
    def page(_request: HttpRequest) -> HttpResponse:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.execute("SELECT 2")
        return HttpResponse("done")

    told = TellHowLong(page)(RequestFactory().get("/")).headers["Server-Timing"]
    assert re.fullmatch(r"page;dur=\d+\.\d\d, queries;dur=2", told)
