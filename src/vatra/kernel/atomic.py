"""All or nothing: what belongs together is saved together."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

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
