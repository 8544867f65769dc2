"""Rows read along with another are the rows themselves, and nothing more is asked for what came with them."""

import pytest
from django.db import connection
from django.db.models import F, OuterRef
from django.test.utils import CaptureQueriesContext

from tests.builders import a_file, a_question, an_option, siblings
from tests.decisions.panels import a_meeting, a_panel, an_answer
from vatra.decisions.models import Option, PanelMeeting, Question, QuestionChild, Resolution, Weighing
from vatra.homes.words import FormOfCare
from vatra.kernel.read_along import along, hold, rows_along

pytestmark = pytest.mark.django_db


def asked(rows: object) -> list[dict[str, object]]:
    """What one statement about the only question brings along."""
    return Question.objects.values_list(rows, flat=True).get()


def columns(row: object) -> dict[str, object]:
    return {name: value for name, value in vars(row).items() if not name.startswith("_")}


def test_each_row_is_as_if_read_by_itself() -> None:
    file = a_file()
    siblings(file.child)
    question = a_question(file)
    told = asked(along(QuestionChild.objects.filter(question=OuterRef("pk")), "file__child"))
    with CaptureQueriesContext(connection) as queries:
        (child,) = rows_along(QuestionChild, told)
        assert columns(child) == columns(question.children.get())
        assert columns(child.file.child) == columns(file.child)
    assert len(queries) == 1


def test_what_was_not_there_is_known_not_to_be_there() -> None:
    question = a_question(a_file())
    answered, _seats = a_panel(question)
    an_answer(answered, "reopen")
    a_meeting(question, on=answered.meets_on.replace(day=30))
    meetings = PanelMeeting.objects.filter(question=OuterRef("pk")).order_by("pk")
    told = asked(along(meetings, "resolution__recorded_by"))
    with CaptureQueriesContext(connection) as queries:
        first, second = rows_along(PanelMeeting, told)
        assert (first.resolution.kind, first.resolution.meeting) == ("reopen", first)
        assert first.resolution.recorded_by.full_name
        assert not hasattr(second, "resolution")
    assert len(queries) == 0
    assert first.resolution == Resolution.objects.get()


def test_fields_left_out_and_annotations_are_as_in_any_query() -> None:
    question = a_question(a_file())
    option = an_option(question, FormOfCare.KINSHIP)
    rows = Option.objects.filter(question=OuterRef("pk")).annotate(day=F("question__asked_on"))
    (read,) = rows_along(Option, asked(along(rows, "question", without=("in_words", "question__why_now"))))
    assert read.day == question.asked_on.isoformat()  # type: ignore[attr-defined]
    assert "in_words" not in vars(read)
    assert "why_now" not in vars(read.question)
    assert (read.in_words, read.question.why_now) == (option.in_words, question.why_now)


def test_rows_that_are_held_are_found_without_asking() -> None:
    option = an_option(a_question(a_file()), FormOfCare.KINSHIP)
    weighings = list(Weighing.objects.order_by("-pk"))
    with CaptureQueriesContext(connection) as queries:
        hold(option, "weighings", weighings)
        assert list(option.weighings.all()) == weighings
        assert {weighing.option for weighing in option.weighings.all()} == {option}
    assert len(queries) == 0
    assert option.weighings.filter(factor="health").count() == 1
