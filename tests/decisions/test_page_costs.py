"""Every page about questions and decisions asks fewer than fifteen times, with one row of everything and with thirty."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders import TODAY, a_file, a_user, at, by, signed_in, worker_of
from tests.decisions.looking_back import decided_with_care
from tests.decisions.many_rows import (
    a_long_answer,
    a_long_decision,
    a_long_question,
    brothers_and_sisters,
    somebody_who_may_see_everything,
)
from tests.desk.counting import MOST_BYTES, MOST_QUERIES
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.decisions.actions import draw_sample, say_not_told
from vatra.decisions.models import Decision, Question
from vatra.decisions.urls import urlpatterns

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

# Only answers what was sent; and paper, whose making costs far more than its queries.
NO_PAGES = {"letter_preview", "sheet_pdf", "document", "drawing"}


def asking(file: File, question: Question, reader: User) -> dict[str, str]:
    """The pages on which a question is asked, prepared, heard, weighed and brought before the panel."""
    here, child = f"/questions/{question.pk}", question.children.earliest("pk").pk
    option, seat = question.options.earliest("pk").pk, question.seats.get(member=reader).pk
    meeting = question.meetings.latest("pk").pk
    return {
        "ask": f"/files/{file.reference}/questions/new/",
        "ask_about": f"/files/{file.reference}/questions/new/first_placement/",
        "question": f"{here}/",
        "withdraw_question": f"{here}/withdraw/",
        "option": f"{here}/options/new/",
        "participant": f"{here}/participants/new/",
        "separation": f"{here}/separation/",
        "issue": f"{here}/issue/",
        "hand_sheet": f"{here}/sheets/new/",
        "hearing": f"/hearings/{child}/",
        "prepare": f"/hearings/{child}/prepare/",
        "weight": f"/hearings/{child}/weight/",
        "new_drawing": f"/hearings/{child}/drawings/new/",
        "weigh": f"/options/{option}/",
        "change_option": f"/options/{option}/change/",
        "seat": f"{here}/panel/seats/new/",
        "call_panel": f"{here}/panel/new/",
        "pack": f"{here}/pack/",
        "declare": f"/seats/{seat}/declaration/",
        "end_seat": f"/seats/{seat}/end/",
        "meeting": f"/meetings/{meeting}/",
        "vote": f"/meetings/{meeting}/vote/",
        "resolve": f"/meetings/{meeting}/answer/",
    }


def decided(decision: Decision) -> dict[str, str]:
    """The pages about an issued decision, its appeals, letters, and what the child was told."""
    question, outcome = decision.question, decision.outcomes.earliest("pk")
    not_told = say_not_told(outcome=outcome, reason="Abroad.", by=by(worker_of(outcome.file)))
    here, told = f"/decisions/{decision.pk}", f"/outcomes/{outcome.pk}"
    condition = question.meetings.latest("pk").resolution.conditions.earliest("pk")
    return {
        "decision": f"{here}/",
        "question, decided": f"/questions/{question.pk}/",
        "pack, decided": f"/questions/{question.pk}/pack/",
        "meeting, answered": f"/meetings/{condition.resolution.meeting_id}/",
        "condition": f"/conditions/{condition.pk}/",
        "supersede": f"{here}/supersede/",
        "withdraw": f"{here}/withdraw/",
        "lodge_appeal": f"{here}/appeals/new/",
        "decide_appeal": f"/appeals/{decision.appeals.earliest('pk').pk}/",
        "quality": f"{here}/quality/",
        "close": f"/questions/{question.pk}/close/",
        "tell": f"{told}/tell/",
        "not_told": f"{told}/not-told/",
        "confirm_not_told": f"/not-told/{not_told.pk}/confirm/",
        "felt_heard": f"/hearings/{question.children.earliest('pk').pk}/felt-heard/",
        "make_document": f"{told}/documents/child_letter/sq/",
    }


def looked_back_at(file: File, rows: int) -> dict[str, str]:
    """The pages of a unit: how children are heard there, thin reasons, samples, the wording of its letters."""
    for _number in range(2 if rows > 1 else 1):
        decided_with_care(a_file(worker=worker_of(file)))
    auditor = a_user(Role.AUDITOR, file.unit)
    drawn = draw_sample(unit=file.unit, first_day=TODAY, last_day=TODAY, number=rows, by=by(auditor))
    audited = drawn.decisions.exclude(decision__question__seats__isnull=False).earliest("pk")
    unit = f"/units/{file.unit_id}"
    return {
        "participation": f"{unit}/heard/",
        "quality_units": "/quality/",
        "thin_reasons": f"{unit}/thin-reasons/",
        "samples": f"{unit}/samples/",
        "draw": f"{unit}/samples/new/",
        "sample": f"/samples/{drawn.pk}/",
        "sample_result": f"/samples/{drawn.pk}/result/",
        "audited": f"/samples/decisions/{audited.pk}/",
        "letters": "/letters/",
        "letter": f"/letters/{file.unit_id}/parents_letter/sq/all/",
        "sheet_here": "/forms-of-care/",
        "sheet": "/forms-of-care/sq/",
    }


def pages_with(client: Client, rows: int) -> dict[str, str]:
    """Every page where each list has so many rows; the browser is that of somebody who may see them all."""
    files = brothers_and_sisters()
    together = files[:1] if rows == 1 else files
    reader = somebody_who_may_see_everything(files[0])
    prepared, answered = (a_long_question(together, rows, reader) for _number in range(2))
    a_long_answer(answered, rows)
    signed_in(client, reader)
    return {
        **asking(files[0], prepared, reader),
        **looked_back_at(files[0], rows),
        **decided(a_long_decision(answered, together, rows)),
    }


def asked_by(client: Client, address: str) -> tuple[int, int]:
    """How often a page asks, and how many bytes it sends; tests alone set savepoints around every act."""
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    asked = [each for each in captured.captured_queries if "SAVEPOINT" not in each["sql"]]
    return len(asked), len(answer.content)


def test_every_page_asks_fewer_than_fifteen_times_and_no_more_often_for_thirty_rows(client: Client) -> None:
    few = {name: asked_by(client, address)[0] for name, address in pages_with(client, 1).items()}
    many = {name: asked_by(client, address) for name, address in pages_with(client, 30).items()}
    assert {name: asked for name, (asked, _size) in many.items() if asked >= MOST_QUERIES} == {}
    assert {name: (few[name], asked) for name, (asked, _size) in many.items() if asked != few[name]} == {}
    assert {name: size for name, (_asked, size) in many.items() if size >= MOST_BYTES} == {}
    assert {str(pattern.name) for pattern in urlpatterns} - set(many) == NO_PAGES
