"""A connection kept between two requests: used again as it is, and made anew where the server has ended it."""

from collections.abc import Iterator

import pytest
from django.db import Error, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

ANSWER = 42


@pytest.fixture
def kept(transactional_db: None) -> Iterator[BaseDatabaseWrapper]:
    line = connections.create_connection("default")
    _asks(line)
    # Connections of tests are not kept; this one is.
    line.close_at = None
    yield line
    line.close()


def _asks(line: BaseDatabaseWrapper, question: str = f"SELECT {ANSWER}") -> int:
    with line.cursor() as cursor:
        cursor.execute(question)
        return int(cursor.fetchone()[0])


def _ended_by_the_server(line: BaseDatabaseWrapper) -> None:
    number = _asks(line, "SELECT pg_backend_pid()")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [number])
        assert cursor.fetchone() == (True,)


def test_it_is_used_again_as_it_is(kept: BaseDatabaseWrapper) -> None:
    number = _asks(kept, "SELECT pg_backend_pid()")
    kept.close_if_unusable_or_obsolete()
    assert kept.is_usable()
    assert _asks(kept, "SELECT pg_backend_pid()") == number


def test_the_server_is_not_asked(kept: BaseDatabaseWrapper) -> None:
    kept.force_debug_cursor = True
    kept.close_if_unusable_or_obsolete()
    _asks(kept)
    assert [query["sql"] for query in kept.queries] == [f"SELECT {ANSWER}"]


def test_one_that_the_server_has_ended_is_made_anew(kept: BaseDatabaseWrapper) -> None:
    _ended_by_the_server(kept)
    assert not kept.is_usable()
    kept.close_if_unusable_or_obsolete()
    assert _asks(kept) == ANSWER


def test_without_the_look_the_next_question_would_fail(kept: BaseDatabaseWrapper) -> None:
    _ended_by_the_server(kept)
    with pytest.raises(Error):
        _asks(kept)


def test_one_that_was_closed_here_is_not_usable(kept: BaseDatabaseWrapper) -> None:
    kept.connection.close()
    assert not kept.is_usable()


def test_one_in_a_failed_transaction_is_not_usable(kept: BaseDatabaseWrapper) -> None:
    kept.set_autocommit(False)
    with pytest.raises(Error):
        _asks(kept, "SELECT 1 / 0")
    assert not kept.is_usable()
