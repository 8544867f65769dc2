"""Measures the ledger at 1,000,000 events: uv run pytest -n0 -s tests/kernel/measure_ledger.py

Not collected with the suite. Everything happens in one transaction that is rolled back.
"""

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest
from django.db import connection

from tests.kernel.builders import an_actor, plain_sql
from vatra.kernel import ledger
from vatra.kernel.row_history import RowHistory

EVENTS = 1_000_000
EVENTS_OF_A_FILE = 20


def entries() -> Iterator[ledger.Entry]:
    by = an_actor()
    for number in range(EVENTS):
        file = UUID(int=number // EVENTS_OF_A_FILE)
        why = "The grandmother can care for both." if number % 4 == 0 else ""
        facts = {"placement": number, "first_day": by.today, "form": "kinship"}
        yield ledger.Entry("place", by, file, ("placements_placement", str(number)), why=why, facts=facts)


@contextmanager
def measured(what: str) -> Iterator[None]:
    started, worked = time.perf_counter(), time.process_time()
    yield
    took, own = time.perf_counter() - started, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{what}: {took:.1f} s, of which this process worked {own:.1f} s, peak memory {peak} MB")


@pytest.mark.django_db
def test_a_million_events_are_recorded_bound_and_verified() -> None:
    with measured("record_many"):
        assert ledger.record_many(entries()) == EVENTS
    with measured("checkpoint"):
        made = ledger.checkpoint(at=an_actor().at)
    assert made is not None
    assert made.event_count == EVENTS
    with measured("verify"):
        assert ledger.verify().findings == []


@pytest.mark.django_db
def test_a_million_rows_are_copied_with_their_history() -> None:
    columns = "id int PRIMARY KEY, file uuid, first_day date, last_day date, form text, reason text"
    for name in ("bare", "recorded"):
        plain_sql(f"CREATE TABLE {name} ({columns})")
    plain_sql("SELECT kernel_attach_row_history('recorded', 'id', '{}')")
    for name in ("bare", "recorded"):
        with measured(f"COPY into the {name} table"), connection.cursor() as cursor:
            with cursor.copy(f"COPY {name} FROM STDIN") as copy:
                for number in range(EVENTS):
                    copy.write(f"{number}\t{UUID(int=number)}\t2026-03-02\t\\N\tkinship\tA reason.\n")
    assert RowHistory.objects.filter(table_name="recorded").count() == EVENTS
