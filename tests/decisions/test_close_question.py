"""A question is closed once every child was told, or two people have said why not."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction
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
from tests.decisions.tellings import codes, decided, told
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.decisions.actions import close_question, confirm_not_told, say_not_told
from vatra.decisions.models import Closing, Question
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

AT_ONCE = 2


def closed(question: Question, who: User | None = None) -> Closing:
    return close_question(question=question, by=by(who or question.asked_by))


@pytest.mark.django_db
def test_a_question_is_closed_once_the_child_was_told() -> None:
    (outcome,) = a_decision(a_file())
    told(outcome)
    closing = closed(outcome.decision.question)
    assert (closing.closed_on, closing.closed_by) == (TODAY, worker_of(outcome.file))
    assert Event.objects.filter(chain=outcome.file.key).latest("position").act == "close_question"


@pytest.mark.django_db
def test_a_question_that_is_not_decided_stays_open() -> None:
    question = a_question(a_file())
    with pytest.raises(Refused) as refused:
        closed(question)
    assert codes(refused) == {"closed-undecided"}
    with pytest.raises(IntegrityError, match="closed_before_decided"), transaction.atomic():
        Closing.objects.create(question=question, closed_on=TODAY, closed_by=question.asked_by)


@pytest.mark.django_db
def test_a_question_stays_open_until_every_child_was_told() -> None:
    worker = worker_of(a_file())
    one, other = a_decision(a_file(worker=worker), a_file(worker=worker))
    question = one.decision.question
    told(one)
    with pytest.raises(Refused, match=other.file.child.name) as refused:
        closed(question)
    assert codes(refused) == {"closed-untold"}
    with pytest.raises(IntegrityError, match="closed_before_child_was_told"), transaction.atomic():
        Closing.objects.create(question=question, closed_on=TODAY, closed_by=worker)
    told(other)
    assert closed(question).pk


@pytest.mark.django_db
def test_a_reason_alone_does_not_close_and_a_confirmed_one_does() -> None:
    (outcome,) = a_decision(a_file())
    not_told = say_not_told(outcome=outcome, reason="Missing since Friday.", by=by(worker_of(outcome.file)))
    with pytest.raises(Refused) as refused:
        closed(outcome.decision.question)
    assert codes(refused) == {"closed-untold"}
    confirm_not_told(not_told=not_told, by=by(a_supervisor(outcome.file.unit), role=Role.SUPERVISOR))
    assert closed(outcome.decision.question).pk


@pytest.mark.django_db
def test_what_was_told_of_the_earlier_decision_does_not_close_the_later_one() -> None:
    (outcome,) = a_decision(a_file())
    told(outcome)
    later = TODAY + timedelta(days=3)
    decided(
        outcome.decision.question, {outcome.file_id: outcome.option}, on=later, supersedes=outcome.decision
    )
    with pytest.raises(Refused) as refused:
        closed(outcome.decision.question)
    assert codes(refused) == {"closed-untold"}


@pytest.mark.django_db
def test_a_question_is_closed_once() -> None:
    (outcome,) = a_decision(a_file())
    told(outcome)
    closed(outcome.decision.question)
    with pytest.raises(Refused) as refused:
        closed(outcome.decision.question)
    assert codes(refused) == {"closed-twice"}


def together(*acts: Callable[[], object]) -> list[object]:
    """Do them at the very same time; what each came to."""
    start = Barrier(len(acts))

    def do(act: Callable[[], object]) -> object:
        start.wait()
        try:
            return act()
        except Refused as refused:
            return {concern.code for concern in refused.concerns}
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as at_once:
        return list(at_once.map(do, acts))


@pytest.mark.django_db(transaction=True)
def test_of_two_people_who_close_at_once_one_is_told_that_it_is_closed() -> None:
    (outcome,) = a_decision(a_file())
    told(outcome)
    question = outcome.decision.question
    people = [worker_of(outcome.file), a_supervisor(outcome.file.unit)]
    came_to = together(*(lambda who=who: closed(question, who) for who in people))
    assert [each for each in came_to if isinstance(each, set)] == [{"closed-twice"}]
    assert Closing.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_people_who_tell_at_once_one_learns_that_the_child_was_told() -> None:
    (outcome,) = a_decision(a_file())
    people = [worker_of(outcome.file), a_supervisor(outcome.file.unit)]
    came_to = together(*(lambda who=who: told(outcome, who=who) for who in people))
    assert [each for each in came_to if isinstance(each, set)] == [{"told-twice"}]


@pytest.mark.django_db
def test_the_workspace_offers_to_close_once_the_child_was_told(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    question = outcome.decision.question
    signed_in(client, question.asked_by)
    workspace, address = f"/questions/{question.pk}/", f"/questions/{question.pk}/close/"
    assert "stays open until every child was told" in client.get(workspace).text
    assert client.post(address, {}).status_code == 422
    told(outcome)
    assert f'href="{address}"' in client.get(workspace).text
    assert client.get(address).status_code == 200
    assert client.post(address, {}).headers["Location"] == f"{workspace}#views"
    shown = client.get(workspace).text
    assert f'href="{address}"' not in shown
    assert "Closed" in shown


@pytest.mark.django_db
def test_the_page_is_closed_to_strangers_and_to_who_only_reads(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    address = f"/questions/{outcome.decision.question_id}/close/"
    assert signed_in(client, a_user()).get(address).status_code == 404
    assert signed_in(client, a_user(Role.AUDITOR, outcome.file.unit)).get(address).status_code == 403
