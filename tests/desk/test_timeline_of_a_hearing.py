"""The timeline tells how a child was prepared, asked, and told, and what it said to it."""

import pytest
from django.test import Client

from tests.builders import TODAY, a_file, a_question, at, by, signed_in, worker_of
from tests.decisions.tellings import a_decision_about, told
from vatra.decisions.actions import prepare_hearing
from vatra.desk.look.said import Where, last_words
from vatra.desk.timeline import page_after
from vatra.desk.timeline.words import Kind
from vatra.kernel.duty import Duty
from vatra.law.duty_titles import DutyTitle

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def test_all_of_one_day_stands_in_the_order_in_which_it_is_done(client: Client) -> None:
    file = a_file()
    question = a_question(file)
    prepare_hearing(
        child=question.children.get(),
        on=TODAY,
        explained="Who decides, and when.",
        wants_there="",
        by=by(worker_of(file)),
    )
    (outcome,) = a_decision_about(question, file)
    told(outcome)
    kinds = [entry.kind for entry in page_after(file, None).entries]
    asked = [kind for kind in kinds if kind in {Kind.TOLD, Kind.HEARING, Kind.CHILD_PREPARED}]
    assert asked == [Kind.TOLD, Kind.HEARING, Kind.CHILD_PREPARED]
    page = signed_in(client, worker_of(file)).get(f"/files/{file.reference}/timeline/").text
    for shown in ("Who decides, and when.", "Can the cat come too?", "The child was told what was decided"):
        assert shown in page


def test_what_the_child_said_when_it_was_told_is_what_it_said_last() -> None:
    file = a_file()
    (outcome,) = a_decision_about(a_question(file), file)
    told(outcome)
    assert [(said.where, said.words) for said in last_words(file)] == [
        (Where.TOLD, "Can the cat come too?"),
        (Where.HEARING, "I want to be with my sister."),
    ]


def test_the_worker_sees_on_my_day_that_a_child_is_to_be_told(client: Client) -> None:
    file = a_file()
    a_decision_about(a_question(file), file)
    assert Duty.objects.filter(chain=file.key, rule="child_told").count() == 1
    page = signed_in(client, worker_of(file)).get("/").text
    assert str(DutyTitle.CHILD_TOLD.label) in page
