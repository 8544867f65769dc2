"""The child is told what was decided, what became of its words, and whom it can turn to."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
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
from tests.decisions.tellings import a_decision_about, codes, decided, told
from vatra.access.roles import Role
from vatra.decisions.actions import record_not_heard
from vatra.decisions.hearing.hearings import hearing_of
from vatra.decisions.hearing.states import HearingState
from vatra.decisions.models import Outcome, Telling, Withdrawal
from vatra.kernel import clock
from vatra.kernel.concern import Refused
from vatra.kernel.duty import Duty
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db


def a_day_after(days: int) -> date:
    return TODAY + timedelta(days=days)


def duties(outcome: Outcome) -> list[date]:
    due = Duty.objects.filter(chain=outcome.file.key, rule="child_told")
    return list(due.order_by("due_on").values_list("due_on", flat=True))


def superseded(outcome: Outcome, on: date) -> Outcome:
    """A later decision about the same child."""
    (later,) = decided(
        outcome.decision.question, {outcome.file_id: outcome.option}, on=on, supersedes=outcome.decision
    )
    return later


def test_it_is_on_record_how_the_child_was_told_and_how_it_took_it() -> None:
    (outcome,) = a_decision(a_file())
    telling = told(outcome)
    assert (telling.told_on, telling.told_by, telling.reaction) == (
        TODAY,
        worker_of(outcome.file),
        "Can the cat come too?",
    )
    assert hearing_of(Outcome.objects.get(pk=outcome.pk)).state == HearingState.TOLD
    event = Event.objects.filter(chain=outcome.file.key).latest("position")
    assert (event.act, event.on, set(event.facts)) == ("tell_child", TODAY, {"decision", "how", "language"})


def test_nobody_is_told_before_it_was_decided() -> None:
    (outcome,) = a_decision(a_file())
    with pytest.raises(Refused) as refused:
        told(outcome, on=a_day_after(-1), today=TODAY)
    assert codes(refused) == {"told-early"}
    with pytest.raises(IntegrityError, match="told_before_decided"), transaction.atomic():
        Telling.objects.create(
            outcome=outcome,
            told_on=a_day_after(-1),
            told_by=worker_of(outcome.file),
            how="talk",
            language="sq",
            words="-",
            reaction="-",
            complaint_explained="-",
        )


def test_nobody_is_told_tomorrow() -> None:
    (outcome,) = a_decision(a_file())
    with pytest.raises(Refused) as refused:
        told(outcome, on=a_day_after(1), today=TODAY)
    assert codes(refused) == {"future"}


@pytest.mark.parametrize("left_empty", ["words", "reaction", "complaint_explained"])
def test_what_was_said_the_reaction_and_the_way_to_complain_all_belong_to_it(left_empty: str) -> None:
    (outcome,) = a_decision(a_file())
    with pytest.raises(ValidationError) as refused:
        told(outcome, **{left_empty: ""})
    assert set(refused.value.message_dict) == {left_empty}


def test_a_child_is_told_once() -> None:
    (outcome,) = a_decision(a_file())
    told(outcome)
    with pytest.raises(Refused) as refused:
        told(outcome)
    assert codes(refused) == {"told-twice"}


def test_a_child_that_could_not_be_heard_is_told_all_the_same() -> None:
    file = a_file()
    question = a_question(file)
    record_not_heard(child=question.children.get(), reason="hours_to_protect", by=by(worker_of(file)))
    (outcome,) = a_decision_about(question, file)
    assert told(outcome).pk


def test_of_a_decision_that_was_superseded_nobody_is_told_any_more() -> None:
    (outcome,) = a_decision(a_file())
    later = superseded(outcome, a_day_after(2))
    with pytest.raises(Refused) as refused:
        told(Outcome.objects.get(pk=outcome.pk), on=a_day_after(3))
    assert codes(refused) == {"told-superseded"}
    assert told(later, on=a_day_after(3)).pk


def test_a_later_decision_is_told_anew() -> None:
    (outcome,) = a_decision(a_file())
    told(outcome)
    later = superseded(outcome, a_day_after(5))
    assert hearing_of(later).state == HearingState.WEIGHED
    assert duties(later) == [a_day_after(12)]
    told(later, on=a_day_after(6))
    assert duties(later) == []


def test_of_a_decision_that_was_withdrawn_there_is_nothing_to_tell() -> None:
    (outcome,) = a_decision(a_file())
    chief = a_supervisor(outcome.file.unit)
    Withdrawal.objects.create(decision=outcome.decision, withdrawn_on=TODAY, withdrawn_by=chief, why="Error.")
    with pytest.raises(Refused) as refused:
        told(Outcome.objects.get(pk=outcome.pk))
    assert codes(refused) == {"told-withdrawn"}


def test_telling_is_due_a_week_after_the_decision_until_it_is_done() -> None:
    (outcome,) = a_decision(a_file())
    assert duties(outcome) == [a_day_after(7)]
    told(outcome, on=a_day_after(9))
    assert duties(outcome) == []


def test_each_child_of_one_decision_is_told_for_itself() -> None:
    worker = worker_of(a_file())
    one, other = a_decision(a_file(worker=worker), a_file(worker=worker))
    told(one)
    assert (duties(one), duties(other)) == ([], [a_day_after(7)])


def test_a_week_after_the_day_before_the_leap_day_is_counted_in_days() -> None:
    (outcome,) = a_decision(a_file(on=date(2024, 1, 8)), on=date(2024, 2, 28))
    assert duties(outcome) == [date(2024, 3, 6)]


def test_what_was_decided_late_in_the_evening_is_told_on_that_day() -> None:
    """23:30 in Kosovo is still that day, whatever the day is in London."""
    (outcome,) = a_decision(a_file())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT day FROM law_clock_fact WHERE fact = 'child_to_tell' AND ref = %s", [str(outcome.pk)]
        )
        assert cursor.fetchone() == (TODAY,)


def sent(**changes: str) -> dict[str, object]:
    today = clock.today()
    return {
        **{f"on_{part}": getattr(today, part) for part in ("day", "month", "year")},
        "how": "pictures",
        "language": "sq",
        "words": "You go to your grandmother.",
        "reaction": "He nodded and asked for the hens.",
        "complaint_explained": "Besa, 038 200 300.",
        **changes,
    }


def test_the_page_begins_from_what_was_decided_and_what_was_taken_up(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    page = signed_in(client, worker_of(outcome.file)).get(f"/outcomes/{outcome.pk}/tell/").text
    for begun in (
        "You told us: “I want to be with my sister.”",
        f"This was decided: {outcome.option.in_words}.",
        "What became of what you said: The sisters stay together.",
    ):
        assert begun in page


def test_the_page_keeps_it_and_the_workspace_shows_it(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    signed_in(client, worker_of(outcome.file))
    answer = client.post(f"/outcomes/{outcome.pk}/tell/", sent())
    question = outcome.decision.question_id
    assert answer.headers["Location"] == f"/questions/{question}/#views"
    page = client.get(f"/questions/{question}/").text
    for shown in ("He nodded and asked for the hens.", "Besa, 038 200 300.", "With pictures or play"):
        assert shown in page
    again = client.post(f"/outcomes/{outcome.pk}/tell/", sent(words="Something else."))
    assert again.status_code == 422
    assert "already on record how the child was told" in again.text


def test_the_page_asks_for_every_part(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    signed_in(client, worker_of(outcome.file))
    answer = client.post(f"/outcomes/{outcome.pk}/tell/", sent(reaction=""))
    assert answer.status_code == 422
    assert "You go to your grandmother." in answer.text
    assert not Telling.objects.exists()


@pytest.mark.parametrize("page", ["tell", "not-told"])
def test_the_pages_are_closed_to_strangers_and_to_who_only_reads(client: Client, page: str) -> None:
    (outcome,) = a_decision(a_file())
    address = f"/outcomes/{outcome.pk}/{page}/"
    assert signed_in(client, a_user()).get(address).status_code == 404
    assert signed_in(client, a_user(Role.AUDITOR, outcome.file.unit)).get(address).status_code == 403


def test_the_file_says_that_the_child_is_still_to_be_told(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    signed_in(client, worker_of(outcome.file))
    link = f'href="/outcomes/{outcome.pk}/tell/"'
    assert link in client.get(f"/files/{outcome.file.reference}/").text
    told(outcome)
    assert link not in client.get(f"/files/{outcome.file.reference}/").text
