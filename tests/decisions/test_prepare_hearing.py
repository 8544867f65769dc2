"""The child knows beforehand what it will be asked, why, and what becomes of it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import TODAY, a_child, a_decision, a_file, a_question, a_user, by, signed_in, worker_of
from tests.decisions.tellings import codes
from vatra.access.roles import Role
from vatra.decisions.actions import prepare_hearing, record_hearing
from vatra.decisions.hearing.hearings import facts_of
from vatra.decisions.hearing.states import HearingState, state_of_hearing
from vatra.decisions.models import QuestionChild
from vatra.kernel import clock
from vatra.kernel.concern import Refused
from vatra.kernel.constraints import refusal_sentence
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db


def a_child_to_hear(on: date = TODAY) -> QuestionChild:
    return a_question(a_file(), on=on).children.get()


def prepared(child: QuestionChild, on: date = TODAY, explained: str = "Where you may live.") -> QuestionChild:
    worker = worker_of(child.file)
    return prepare_hearing(child=child, on=on, explained=explained, wants_there="Aunt Teuta", by=by(worker))


def test_it_is_written_down_what_was_explained_and_whom_the_child_wants_there() -> None:
    child = prepared(a_child_to_hear())
    child.refresh_from_db()
    assert (child.prepared_on, child.explained, child.wants_there) == (
        TODAY,
        "Where you may live.",
        "Aunt Teuta",
    )
    assert child.prepared_by == worker_of(child.file)
    assert state_of_hearing(facts_of(child, None)) == HearingState.PREPARED
    event = Event.objects.filter(chain=child.file.key).latest("position")
    assert (event.act, event.on, event.facts) == ("prepare_hearing", TODAY, {"question": child.question_id})


def test_tomorrow_cannot_be_written_down_today() -> None:
    with pytest.raises(Refused) as refused:
        prepared(a_child_to_hear(), on=TODAY + timedelta(days=1))
    assert codes(refused) == {"future"}


def test_a_child_is_prepared_first_and_heard_then() -> None:
    child = a_child_to_hear(on=TODAY - timedelta(days=3))
    worker = by(worker_of(child.file))
    said = {"how": "talk", "language": "sq", "words": "No.", "taken_up": "", "by": worker}
    record_hearing(child=child, on=TODAY - timedelta(days=1), **said)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        prepared(child)
    assert refusal_sentence(refused.value) == "The child is prepared first, and heard then."


def test_what_was_forgotten_is_written_down_with_its_own_day() -> None:
    child = a_child_to_hear(on=TODAY - timedelta(days=3))
    worker = by(worker_of(child.file))
    record_hearing(child=child, how="talk", on=TODAY, language="sq", words="No.", taken_up="", by=worker)
    prepared(child, on=TODAY - timedelta(days=1))
    assert state_of_hearing(facts_of(child, None)) == HearingState.HEARD


def test_after_the_decision_nothing_is_added() -> None:
    (outcome,) = a_decision(a_file())
    with pytest.raises(Refused) as refused:
        prepared(outcome.decision.question.children.get())
    assert codes(refused) == {"question-decided"}


def test_the_page_keeps_it_and_hints_how_a_child_of_this_age_is_asked(client: Client) -> None:
    child = a_question(a_file(a_child(birth=clock.today() - timedelta(days=6 * 366)))).children.get()
    signed_in(client, child.question.asked_by)
    address = f"/hearings/{child.pk}/prepare/"
    assert "with play, dolls or a drawing" in client.get(address).text
    today = clock.today()
    on = {f"on_{part}": getattr(today, part) for part in ("day", "month", "year")}
    sent = {**on, "explained": "Who decides, and that you may be silent.", "wants_there": ""}
    assert client.post(address, sent).headers["Location"] == f"/questions/{child.question_id}/#views"
    assert client.post(address, sent).status_code == 302
    child.refresh_from_db()
    assert (child.prepared_on, child.explained) == (today, "Who decides, and that you may be silent.")


def test_the_page_is_closed_to_strangers_and_to_who_only_reads(client: Client) -> None:
    child = a_child_to_hear()
    address = f"/hearings/{child.pk}/prepare/"
    assert signed_in(client, a_user()).get(address).status_code == 404
    assert signed_in(client, a_user(Role.AUDITOR, child.file.unit)).get(address).status_code == 403
