"""All or nothing: a part of a step is undone with the whole of it."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.kernel.builders import a_file, an_event
from vatra.kernel.atomic import atomic
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
