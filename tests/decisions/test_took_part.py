"""Those close to the child are heard as the child is: how, when, in which language, what became of it, or why not."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import TODAY, a_decision, a_file, a_question, a_user, by, signed_in, worker_of
from tests.decisions.tellings import codes
from vatra.access.roles import Role
from vatra.decisions.actions import record_participant
from vatra.decisions.models import Question, TookPart
from vatra.kernel import clock
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db


def took_part(question: Question, **changes: object) -> TookPart:
    given = {
        "name": "Vjosa Berisha",
        "part": "parent",
        "view": "With my mother, until I am well.",
        "how": "talk",
        "on": TODAY,
        "language": "sq",
        "taken_up": "It is what was decided.",
        **changes,
    }
    return record_participant(question=question, by=by(question.asked_by), **given)  # type: ignore[arg-type]


def test_a_mothers_view_is_kept_with_what_became_of_it() -> None:
    question = a_question(a_file())
    mother = took_part(question)
    mother.refresh_from_db()
    assert (mother.heard_how, mother.heard_on, mother.heard_in) == ("talk", TODAY, "sq")
    assert (mother.heard_by, mother.taken_up) == (question.asked_by, "It is what was decided.")
    event = Event.objects.filter(chain=question.children.get().file.key).latest("position")
    assert (event.act, event.facts) == ("record_participant", {"part": "parent"})


def test_it_stands_in_the_record_of_every_child() -> None:
    worker = worker_of(a_file())
    question = a_question(a_file(worker=worker), a_file(worker=worker))
    took_part(question)
    for child in question.children.select_related("file"):
        assert Event.objects.filter(chain=child.file.key).latest("position").act == "record_participant"


def test_why_somebody_could_not_be_asked_is_a_code() -> None:
    question = a_question(a_file())
    nobody = {"view": "", "how": None, "on": None, "language": None, "taken_up": ""}
    assert took_part(question, **nobody, not_heard="would_endanger").heard_by is None
    with pytest.raises(ValidationError):
        took_part(question, **nobody, not_heard="did not feel like it")


def test_a_view_and_a_reason_for_none_contradict_each_other() -> None:
    with (
        pytest.raises(IntegrityError, match="view_heard_and_not_heard"),
        transaction.atomic(),
    ):
        took_part(a_question(a_file()), not_heard="refused")


def test_nobody_is_heard_tomorrow() -> None:
    with pytest.raises(Refused) as refused:
        took_part(a_question(a_file()), on=TODAY + timedelta(days=1))
    assert codes(refused) == {"future"}


def test_after_the_decision_nobody_is_added() -> None:
    (outcome,) = a_decision(a_file())
    with pytest.raises(Refused) as refused:
        took_part(outcome.decision.question)
    assert codes(refused) == {"question-decided"}


def sent(**changes: object) -> dict[str, object]:
    today = clock.today()
    return {
        "name": "Zoja Berisha",
        "part": "trusted",
        "heard": "yes",
        "how": "talk",
        **{f"on_{part}": getattr(today, part) for part in ("day", "month", "year")},
        "language": "sq",
        "view": "She can come to me.",
        "taken_up": "Yes.",
        **changes,
    }


def test_the_page_keeps_it_and_the_workspace_shows_it(client: Client) -> None:
    question = a_question(a_file())
    signed_in(client, question.asked_by)
    assert client.post(f"/questions/{question.pk}/participants/new/", sent()).status_code == 302
    page = client.get(f"/questions/{question.pk}/").text
    for shown in (
        "Zoja Berisha",
        "A person the child named",
        "She can come to me.",
        "What became of it: Yes.",
    ):
        assert shown in page


@pytest.mark.parametrize("left_out", ["heard", "how", "view", "language"])
def test_a_view_needs_all_that_belongs_to_it(client: Client, left_out: str) -> None:
    question = a_question(a_file())
    signed_in(client, question.asked_by)
    answer = client.post(f"/questions/{question.pk}/participants/new/", sent(**{left_out: ""}))
    assert answer.status_code == 422
    assert "Zoja Berisha" in answer.text
    assert not TookPart.objects.exists()


def test_of_two_answers_only_the_one_that_was_given_is_kept(client: Client) -> None:
    question = a_question(a_file())
    signed_in(client, question.asked_by)
    client.post(f"/questions/{question.pk}/participants/new/", sent(heard="no", reason="not_found"))
    person = TookPart.objects.get()
    assert (person.view, person.heard_how, person.not_heard_reason) == ("", None, "not_found")
    assert "The person could not be found" in client.get(f"/questions/{question.pk}/").text


def test_the_page_is_closed_to_strangers_and_to_who_only_reads(client: Client) -> None:
    question = a_question(a_file())
    address = f"/questions/{question.pk}/participants/new/"
    assert signed_in(client, a_user()).get(address).status_code == 404
    assert signed_in(client, a_user(Role.AUDITOR, question.unit)).get(address).status_code == 403
