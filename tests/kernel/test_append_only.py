from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from tests.kernel.builders import a_rule, an_event, plain_sql, the_role_of_the_application
from vatra.kernel import clock, ledger
from vatra.kernel.constraints import refusal_sentence
from vatra.kernel.drafts import save_draft
from vatra.kernel.row_history import RowHistory

pytestmark = pytest.mark.django_db

TABLES = ("kernel_event", "kernel_checkpoint", "kernel_rowhistory")
CHANGES = [f"DELETE FROM {table}" for table in TABLES] + [
    f"UPDATE {table} SET at = now()" for table in TABLES
]


@contextmanager
def refused(why: str) -> Iterator[None]:
    with pytest.raises(ProgrammingError, match=why), transaction.atomic(), the_role_of_the_application():
        yield


def something_in_every_table() -> None:
    a_rule()
    an_event()
    assert ledger.checkpoint(at=clock.now())


@pytest.mark.parametrize("change", CHANGES)
def test_even_the_owner_changes_nothing_that_was_recorded(change: str) -> None:
    something_in_every_table()
    with pytest.raises(IntegrityError, match="only grows") as refused, transaction.atomic():
        plain_sql(change)
    assert refusal_sentence(refused.value) == "What was recorded stays recorded: write a correction instead."


@pytest.mark.parametrize("change", [*CHANGES, *(f"TRUNCATE {table}" for table in TABLES)])
def test_the_application_may_not_even_try(change: str) -> None:
    something_in_every_table()
    with refused("permission denied"):
        plain_sql(change)


def test_the_application_may_not_switch_the_triggers_off() -> None:
    with refused("must be owner"):
        plain_sql("ALTER TABLE kernel_event DISABLE TRIGGER USER")


def test_the_application_may_not_write_history_itself() -> None:
    with refused("permission denied"):
        plain_sql("INSERT INTO kernel_rowhistory (op) VALUES ('insert')")


def test_the_application_records_and_its_rows_keep_their_history() -> None:
    with the_role_of_the_application():
        an_event()
        rule = a_rule()
        save_draft(7, "visit", "42", {"note": "Ishte mirë."})
        assert ledger.checkpoint(at=clock.now())
    change = RowHistory.objects.get(table_name="kernel_clockrule", row_id=str(rule.pk))
    assert (change.op, change.db_user) == ("insert", plain_sql("SELECT session_user")[0][0])
    assert ledger.verify().findings == []
