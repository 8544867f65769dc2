from datetime import UTC, date, datetime
from hashlib import sha256
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.kernel.builders import a_file, a_rule, an_actor, an_event
from vatra.kernel import ledger

pytestmark = pytest.mark.django_db


def the_only_event() -> ledger.Event:
    return ledger.Event.objects.get()


def test_an_act_is_recorded_with_who_when_about_what_and_why() -> None:
    file, rule = a_file(), a_rule()
    ledger.record(
        "place",
        by=an_actor(),
        chain=file,
        subject=rule,
        on=date(2026, 3, 9),
        why="Her aunt lives there.",
        facts={"home": 3},
    )
    event = the_only_event()
    assert (event.act, event.user_id, event.role, event.reading) == ("place", 7, "social_worker", False)
    assert (event.at, event.on) == (an_actor().at, date(2026, 3, 9))
    assert (event.chain, event.subject_table, event.subject_id) == (file, "kernel_clockrule", str(rule.pk))
    assert (event.why, event.facts) == ("Her aunt lives there.", {"home": 3})


def test_the_day_of_an_act_is_the_actors_day_in_kosovo() -> None:
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    ledger.record("visit", by=an_actor(at=late), chain=a_file())
    assert the_only_event().on == date(2026, 3, 2)


def test_the_recorded_event_is_answered_as_it_stands_in_the_ledger() -> None:
    answered, stored = an_event(), the_only_event()
    for field in ledger.Event._meta.concrete_fields:
        assert getattr(answered, field.name) == getattr(stored, field.name)


def test_each_event_of_a_file_follows_the_one_before() -> None:
    file = a_file()
    first, second, third = (an_event(chain=file) for _ in range(3))
    elsewhere = an_event()
    assert [first.position, second.position, third.position, elsewhere.position] == [1, 2, 3, 1]
    assert (first.previous, elsewhere.previous) == (bytes(32), bytes(32))
    assert (second.previous, third.previous) == (first.digest, second.digest)
    head = ledger.Chain.objects.get(key=file)
    assert (head.length, bytes(head.digest)) == (3, third.digest)


def test_an_outsider_can_compute_the_digest_from_the_published_form() -> None:
    event = ledger.record(
        "issue_decision",
        by=ledger.Actor(None, "import", datetime(2026, 3, 2, 8, 30, tzinfo=UTC)),
        chain=UUID(int=5),
        facts={"options": 3, "first_day": date(2026, 3, 9)},
    )
    published = (
        '{"act":"issue_decision","at":"2026-03-02T08:30:00.000000+00:00",'
        '"chain":"00000000-0000-0000-0000-000000000005",'
        '"facts":{"first_day":"2026-03-09","options":3},"on":"2026-03-02","position":1,'
        f'"previous":"{"0" * 64}","reading":false,"role":"import","subject":["",""],"user":null,"why":null}}'
    )
    assert event.digest == sha256(published.encode()).digest()


def test_the_words_of_a_reason_are_sealed_with_a_salt_of_their_own() -> None:
    one, other = an_event(why="He wept."), an_event(why="He wept.")
    assert one.why_seal == sha256(bytes(one.why_salt or b"") + b"He wept.").digest()
    assert one.why_seal != other.why_seal


@pytest.mark.django_db(transaction=True)
def test_an_act_outside_a_transaction_is_not_recorded() -> None:
    with pytest.raises(
        transaction.TransactionManagementError, match="“place” is recorded in the transaction"
    ):
        an_event()


def test_an_act_that_fails_leaves_no_event_and_no_gap() -> None:
    file = a_file()
    an_event(chain=file)
    with pytest.raises(RuntimeError), transaction.atomic():
        an_event(chain=file)
        raise RuntimeError
    assert an_event(chain=file).position == 2


def test_what_a_person_wrote_is_not_taken_as_a_fact() -> None:
    with pytest.raises(ValueError, match="belongs in its reason"):
        ledger.record("place", by=an_actor(), chain=a_file(), facts={"note": "He wept all night."})


def test_a_reading_says_how_far_back_it_reached() -> None:
    ledger.record_reading("open_file_page", by=an_actor(), chain=a_file(), earliest=date(2019, 5, 1))
    event = the_only_event()
    assert (event.reading, event.act, event.facts) == (True, "open_file_page", {"earliest": "2019-05-01"})


def test_recording_takes_two_statements_and_a_reading_no_more() -> None:
    with CaptureQueriesContext(connection) as queries:
        ledger.record_reading("open_file_page", by=an_actor(), chain=a_file())
    assert len(queries) == 2
