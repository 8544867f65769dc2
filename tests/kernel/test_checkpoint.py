from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from tests.kernel.builders import MONDAY_MORNING, a_rule, an_event
from vatra.kernel import ledger

pytestmark = pytest.mark.django_db


def made(*, at: datetime = MONDAY_MORNING) -> ledger.Checkpoint:
    checkpoint = ledger.checkpoint(at=at)
    assert checkpoint is not None
    return checkpoint


def test_a_checkpoint_binds_everything_recorded_so_far() -> None:
    before = made() if ledger.checkpoint(at=MONDAY_MORNING) is None else ledger.Checkpoint.objects.get()
    an_event()
    last = an_event()
    a_rule()
    checkpoint = made()
    assert (checkpoint.event_count, checkpoint.last_event) == (before.event_count + 2, last.id)
    assert checkpoint.row_count == before.row_count + 1


def test_nothing_new_makes_no_checkpoint() -> None:
    an_event()
    made()
    assert ledger.checkpoint(at=MONDAY_MORNING + timedelta(days=1)) is None


def test_a_checkpoint_goes_on_from_the_one_before_as_if_it_began_anew() -> None:
    for _ in range(5):
        an_event()
    made()
    for _ in range(6):
        an_event()
    grown = made()
    assert grown.previous == bytes(ledger.Checkpoint.objects.order_by("id")[0].digest)
    assert ledger.verify().findings == []


def test_an_outsider_can_compute_a_checkpoints_digest() -> None:
    an_event()
    c = made(at=datetime(2026, 3, 2, 8, 30, tzinfo=UTC))
    published = (
        f'{{"at":"2026-03-02T08:30:00.000000+00:00","event_count":{c.event_count},'
        f'"event_root":"{c.event_root.hex()}","last_event":{c.last_event},"last_row":{c.last_row},'
        f'"previous":"{"0" * 64}","row_count":{c.row_count},"row_root":"{c.row_root.hex()}"}}'
    )
    assert c.digest == sha256(published.encode()).digest()


def test_an_event_can_be_proved_to_be_under_a_checkpoint() -> None:
    events = [an_event() for _ in range(7)]
    checkpoint = made()
    for event in events:
        proof = ledger.inclusion_proof(event, checkpoint)
        assert ledger.verify_inclusion(bytes(event.digest), proof, bytes(checkpoint.event_root))
        assert not ledger.verify_inclusion(bytes(32), proof, bytes(checkpoint.event_root))


def test_an_event_recorded_later_has_no_proof() -> None:
    an_event()
    checkpoint = made()
    with pytest.raises(LookupError, match="was recorded after checkpoint"):
        ledger.inclusion_proof(an_event(), checkpoint)
