from datetime import date
from uuid import UUID

import pytest
from django.db import transaction

from tests.kernel.builders import a_file, an_actor, an_event
from vatra.kernel import ledger
from vatra.kernel.ledger import bulk

pytestmark = pytest.mark.django_db


def entries(count: int, *files: UUID) -> list[ledger.Entry]:
    return [
        ledger.Entry("visit", an_actor(), files[number % len(files)], facts={"visit": number})
        for number in range(count)
    ]


def digests(file: UUID) -> list[bytes]:
    events = ledger.Event.objects.filter(chain=file).order_by("position")
    return [bytes(event.digest) for event in events]


def test_many_acts_get_the_digests_they_would_get_one_by_one() -> None:
    file = a_file()
    with transaction.atomic():
        bulk.record_many(entries(5, file))
        at_once = digests(file)
        transaction.set_rollback(True)
    for entry in entries(5, file):
        ledger.record(entry.act, by=entry.by, chain=entry.chain, facts=entry.facts)
    assert digests(file) == at_once
    assert len(at_once) == 5


def test_many_acts_go_on_where_a_file_stands() -> None:
    file, new = a_file(), a_file()
    before = an_event(chain=file)
    assert ledger.record_many(entries(6, file, new)) == 6
    after = an_event(chain=file)
    assert [event.position for event in ledger.Event.objects.filter(chain=file).order_by("id")] == [
        1,
        2,
        3,
        4,
        5,
    ]
    assert (before.position, after.position, len(digests(new))) == (1, 5, 3)
    assert ledger.verify().findings == []


def test_batches_follow_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BATCH", 4)
    assert ledger.record_many(entries(10, a_file(), a_file(), a_file())) == 10
    assert ledger.verify().findings == []


def test_reasons_days_subjects_and_readings_are_kept() -> None:
    file = a_file()
    ledger.record_many(
        [
            ledger.Entry("place", an_actor(), file, ("homes_home", "3"), date(2020, 2, 29), "Ajo e do."),
            ledger.Entry("open_file_page", an_actor(), file, reading=True),
        ]
    )
    place, opened = ledger.Event.objects.order_by("id")
    assert (place.subject_table, place.subject_id, place.on, place.why) == (
        "homes_home",
        "3",
        date(2020, 2, 29),
        "Ajo e do.",
    )
    assert (opened.reading, opened.why_salt, opened.on) == (True, None, an_actor().today)


def test_words_that_copy_would_read_as_its_own_arrive_as_they_were_written() -> None:
    words = "Ajo tha:\t“Po”\nC:\\new \\N \\. \r fund"
    ledger.record_many([ledger.Entry("place", an_actor(), a_file(), ("homes_home", "3"), why=words)])
    (event,) = ledger.Event.objects.all()
    assert event.why == words
    assert ledger.verify().findings == []


def test_nothing_to_record_is_nothing_recorded() -> None:
    assert ledger.record_many([]) == 0
    assert ledger.Chain.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_many_acts_outside_a_transaction_are_not_recorded() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        ledger.record_many(entries(1, a_file()))
