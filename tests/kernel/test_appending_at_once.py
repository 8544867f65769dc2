"""Several people act at the same time: real connections, real commits."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event as Signal
from uuid import UUID

import pytest
from django.db import connection, transaction

from tests.kernel.builders import a_file, an_event, plain_sql
from vatra.kernel import clock, ledger
from vatra.kernel.ledger import checkpoints

pytestmark = pytest.mark.django_db(transaction=True)


def act(file: UUID, times: int) -> None:
    try:
        for _ in range(times):
            with transaction.atomic():
                an_event(chain=file)
    finally:
        connection.close()


def hold_an_event_open(begun: Signal, may_end: Signal) -> int:
    try:
        with transaction.atomic():
            number = an_event().id
            begun.set()
            may_end.wait(10)
        return number
    finally:
        connection.close()


def test_acts_on_one_file_take_their_places_without_gaps() -> None:
    file = a_file()
    with ThreadPoolExecutor(4) as people:
        for done in [people.submit(act, file, 15) for _ in range(4)]:
            done.result()
    positions = ledger.Event.objects.filter(chain=file).order_by("id").values_list("position", flat=True)
    assert list(positions) == list(range(1, 61))
    assert ledger.verify().findings == []


def test_a_checkpoint_waits_for_an_event_that_has_its_number_but_is_not_committed() -> None:
    begun, may_end = Signal(), Signal()
    with ThreadPoolExecutor(2) as people:
        earlier = people.submit(hold_an_event_open, begun, may_end)
        assert begun.wait(10)
        with transaction.atomic():
            later = an_event().id
        bound = people.submit(_checkpoint)
        assert not bound.done()
        may_end.set()
        assert earlier.result() < later
        assert bound.result() == (2, later)


def _checkpoint() -> tuple[int, int]:
    try:
        made = ledger.checkpoint(at=clock.now())
        assert made is not None
        return made.event_count, made.last_event
    finally:
        connection.close()


def test_a_checkpoint_gives_up_when_an_import_runs_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoints, "SECONDS_TO_WAIT", 1)
    begun, may_end = Signal(), Signal()
    with ThreadPoolExecutor(1) as people:
        importing = people.submit(hold_an_event_open, begun, may_end)
        assert begun.wait(10)
        with pytest.raises(ledger.StillWriting, match="try again"):
            ledger.checkpoint(at=clock.now())
        may_end.set()
        importing.result()
    assert ledger.checkpoint(at=clock.now()) is not None
    assert plain_sql(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = "
        "(SELECT oid FROM pg_database WHERE datname = current_database())"
    ) == [(0,)]
