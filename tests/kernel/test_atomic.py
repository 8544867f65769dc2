"""All or nothing: a part of a step is undone with the whole of it."""

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from tests.kernel.builders import a_file, an_event
from vatra.kernel.atomic import atomic, atomic_as_one_statement
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db


@atomic()
def _part(*, fails: bool = False) -> None:
    an_event(chain=a_file())
    if fails:
        raise RuntimeError


@atomic()
def _whole(*, fails: bool = False) -> None:
    _part()
    _part(fails=fails)


def test_a_part_that_fails_undoes_the_whole() -> None:
    with pytest.raises(RuntimeError):
        _whole(fails=True)
    assert Event.objects.count() == 0


def test_after_a_failure_the_next_step_is_done() -> None:
    with pytest.raises(RuntimeError):
        _whole(fails=True)
    _whole()
    assert Event.objects.count() == 2


def test_only_the_whole_has_a_savepoint() -> None:
    with CaptureQueriesContext(connection) as queries, transaction.atomic():
        _whole()
    asked = [each["sql"].split()[0] for each in queries]
    # One is this test's own.
    assert asked.count("SAVEPOINT") == 2


@atomic_as_one_statement()
def _statements(number: int) -> None:
    for _each in range(number):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")


def test_a_step_of_one_statement_begins_no_transaction_and_has_no_savepoint() -> None:
    with CaptureQueriesContext(connection) as queries:
        _statements(1)
    assert len(queries) == 1


def test_a_step_of_one_statement_has_no_second_one() -> None:
    with pytest.raises(TransactionManagementError):
        _statements(2)


def test_after_a_step_of_one_statement_others_may_have_several() -> None:
    _statements(1)
    _whole()
    assert Event.objects.count() == 2
