"""Whether a child felt heard is asked afterwards, by somebody who neither heard nor told it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import (
    TODAY,
    a_decision,
    a_file,
    a_question,
    a_supervisor,
    a_user,
    by,
    signed_in,
    worker_of,
)
from tests.decisions.tellings import codes, told
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.decisions.actions import ask_whether_heard
from vatra.decisions.models import FeltHeard, QuestionChild
from vatra.kernel import clock
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db


def a_child_that_was_told() -> QuestionChild:
    (outcome,) = a_decision(a_file())
    told(outcome, who=a_supervisor(outcome.file.unit))
    return outcome.decision.question.children.get()


def asked(child: QuestionChild, who: User, **changes: object) -> FeltHeard:
    given = {"answer": "in_part", "words": "They wrote it down.", "on": TODAY, **changes}
    return ask_whether_heard(child=child, by=by(who), **given)  # type: ignore[arg-type]


def test_the_answer_is_kept_in_the_childs_words() -> None:
    child = a_child_that_was_told()
    felt = asked(child, a_user(unit=child.file.unit))
    assert (felt.answer, felt.words) == ("in_part", "They wrote it down.")
    event = Event.objects.filter(chain=child.file.key).latest("position")
    assert (event.act, event.facts["answer"]) == ("ask_whether_heard", "in_part")


@pytest.mark.parametrize("who", ["heard", "told"])
def test_who_heard_or_told_the_child_does_not_ask_it(who: str) -> None:
    child = a_child_that_was_told()
    told_by = child.question.decisions.get().outcomes.get().telling.told_by
    person = {"heard": child.heard_by, "told": told_by}[who]
    assert person is not None
    with pytest.raises(Refused) as refused:
        asked(child, person)
    assert codes(refused) == {"felt-heard-same-person"}
    with pytest.raises(IntegrityError, match="felt_heard_asked_by_the_same_person"), transaction.atomic():
        FeltHeard.objects.create(child=child, answer="yes", asked_on=TODAY, asked_by=person)


def test_who_was_not_heard_is_not_asked_whether_it_felt_heard() -> None:
    child = a_question(a_file()).children.get()
    with pytest.raises(Refused) as refused:
        asked(child, a_user(unit=child.file.unit))
    assert codes(refused) == {"felt-heard-unheard"}


def test_a_child_is_asked_once_and_not_tomorrow() -> None:
    child = a_child_that_was_told()
    other = a_user(unit=child.file.unit)
    with pytest.raises(Refused) as refused:
        asked(child, other, on=TODAY + timedelta(days=1))
    assert codes(refused) == {"future"}
    asked(child, other)
    with pytest.raises(Refused) as refused:
        asked(child, other)
    assert codes(refused) == {"felt-heard-twice"}


def test_a_colleague_asks_on_the_page(client: Client) -> None:
    child = a_child_that_was_told()
    signed_in(client, a_user(unit=child.file.unit))
    today = clock.today()
    on = {f"on_{part}": getattr(today, part) for part in ("day", "month", "year")}
    address = f"/hearings/{child.pk}/felt-heard/"
    assert client.get(address).status_code == 200
    assert client.post(address, on).status_code == 422
    assert client.post(address, {**on, "answer": "no", "words": "Nobody asked why."}).status_code == 302
    assert "Nobody asked why." in client.get(f"/questions/{child.question_id}/").text


def test_the_page_is_closed_to_strangers_and_to_who_only_reads(client: Client) -> None:
    child = a_child_that_was_told()
    address = f"/hearings/{child.pk}/felt-heard/"
    assert signed_in(client, a_user()).get(address).status_code == 404
    assert signed_in(client, a_user(Role.AUDITOR, child.file.unit)).get(address).status_code == 403


def test_the_worker_who_heard_the_child_is_refused_on_the_page(client: Client) -> None:
    child = a_child_that_was_told()
    signed_in(client, worker_of(child.file))
    today = clock.today()
    on = {f"on_{part}": getattr(today, part) for part in ("day", "month", "year")}
    answer = client.post(f"/hearings/{child.pk}/felt-heard/", {**on, "answer": "yes"})
    assert answer.status_code == 422
    assert "Somebody else asks this" in answer.text
