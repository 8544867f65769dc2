"""All or nothing: what belongs together is saved together."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, transaction
from django.db.transaction import TransactionManagementError

_inside: ContextVar[bool] = ContextVar("inside an atomic step", default=False)


@contextmanager
def atomic() -> Iterator[None]:
    """One step, done whole or not at all.

    A step inside another is a part of it and has no savepoint of its own, which would cost two trips to the
    database: if the part is refused, the whole is undone.
    """
    is_part = _inside.get()
    before = _inside.set(True)
    try:
        with transaction.atomic(savepoint=not is_part):
            yield
    finally:
        _inside.reset(before)


@contextmanager
def atomic_as_one_statement() -> Iterator[None]:
    """One step of one statement, which the database does whole or not at all without being told.

    For what hundreds of people do in a second: beginning and ending a transaction are two trips. A second statement is
    a mistake of ours.
    """
    asked = 0

    def once(execute: Callable[..., Any], *statement: Any) -> Any:
        nonlocal asked
        asked += 1
        if asked > 1:
            raise TransactionManagementError("This step was to be one statement.")
        return execute(*statement)

    with connection.execute_wrapper(once):
        yield
